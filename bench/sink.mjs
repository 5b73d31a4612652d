// The mail sink in a process of its own, as under `npm start`; tells its port.
import { built } from './stage.mjs';

const { DevelopmentMailbox } = built('libs/mail');
process.send(await new DevelopmentMailbox(process.argv[2]).start(0));

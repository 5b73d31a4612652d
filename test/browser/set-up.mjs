// What every run has, and the web app built when one of its sources has changed.
import { buildWeb } from '../../scripts/build.mjs';
import startDatabaseServer from '../environment/database-server.mjs';

export default async function setUp(...given) {
  await Promise.all([startDatabaseServer(...given), buildWeb()]);
}

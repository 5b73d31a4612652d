import { administration } from './nb-administration';
import { anchoring } from './nb-anchoring';
import { around } from './nb-around';
import { attachment } from './nb-attachment';
import { behalf } from './nb-behalf';
import { board } from './nb-board';
import { calendars } from './nb-calendars';
import { code } from './nb-code';
import { decide } from './nb-decide';
import { demand } from './nb-demand';
import { differences } from './nb-differences';
import { documents } from './nb-documents';
import { forecast } from './nb-forecast';
import { frame } from './nb-frame';
import { joint } from './nb-joint';
import { overview } from './nb-overview';
import { glossary } from './nb-glossary';
import { errors } from './nb-errors';
import { lead } from './nb-lead';
import { statements } from './nb-statements';
import { people } from './nb-people';
import { leaving } from './nb-leaving';
import { log } from './nb-log';
import { programs } from './nb-programs';
import { news } from './nb-news';
import { running } from './nb-running';
import { question } from './nb-question';
import { routes } from './nb-routes';
import { session } from './nb-session';

/** Every text of the pages in Bokmål; each file holds the texts of some words. */
export const nb = {
  ...frame,
  ...administration,
  ...decide,
  ...demand,
  ...anchoring,
  ...around,
  ...attachment,
  ...behalf,
  ...board,
  ...calendars,
  ...code,
  ...forecast,
  ...joint,
  ...people,
  ...leaving,
  ...log,
  ...programs,
  ...news,
  ...running,
  ...question,
  ...routes,
  ...session,
  ...documents,
  ...overview,
  ...glossary,
  ...lead,
  ...statements,
  ...errors,
  ...differences,
};

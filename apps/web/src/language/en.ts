import type { Catalogue } from './catalogue';
import { administration } from './en-administration';
import { anchoring } from './en-anchoring';
import { around } from './en-around';
import { attachment } from './en-attachment';
import { behalf } from './en-behalf';
import { board } from './en-board';
import { calendars } from './en-calendars';
import { code } from './en-code';
import { decide } from './en-decide';
import { demand } from './en-demand';
import { differences } from './en-differences';
import { documents } from './en-documents';
import { forecast } from './en-forecast';
import { frame } from './en-frame';
import { joint } from './en-joint';
import { overview } from './en-overview';
import { glossary } from './en-glossary';
import { errors } from './en-errors';
import { lead } from './en-lead';
import { statements } from './en-statements';
import { people } from './en-people';
import { leaving } from './en-leaving';
import { log } from './en-log';
import { programs } from './en-programs';
import { news } from './en-news';
import { running } from './en-running';
import { question } from './en-question';
import { routes } from './en-routes';
import { session } from './en-session';

/** Every text of the pages in English. */
export const en: Catalogue = {
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

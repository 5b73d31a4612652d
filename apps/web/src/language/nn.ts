import type { Catalogue } from './catalogue';
import { administration } from './nn-administration';
import { anchoring } from './nn-anchoring';
import { around } from './nn-around';
import { attachment } from './nn-attachment';
import { behalf } from './nn-behalf';
import { board } from './nn-board';
import { calendars } from './nn-calendars';
import { code } from './nn-code';
import { decide } from './nn-decide';
import { demand } from './nn-demand';
import { differences } from './nn-differences';
import { documents } from './nn-documents';
import { forecast } from './nn-forecast';
import { frame } from './nn-frame';
import { joint } from './nn-joint';
import { overview } from './nn-overview';
import { glossary } from './nn-glossary';
import { errors } from './nn-errors';
import { lead } from './nn-lead';
import { statements } from './nn-statements';
import { people } from './nn-people';
import { leaving } from './nn-leaving';
import { log } from './nn-log';
import { programs } from './nn-programs';
import { news } from './nn-news';
import { running } from './nn-running';
import { question } from './nn-question';
import { routes } from './nn-routes';
import { session } from './nn-session';

/** Every text of the pages in Nynorsk. */
export const nn: Catalogue = {
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

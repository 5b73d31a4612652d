// Every bar that is attacked, and its cases. A case: name, what is expected, whether it belongs to the quick half, what it
// needs beside HTTP (database, console, folder), whether a stranger is enough (no demo people), and the attack, which throws when the expectation did not hold.
import { cases as databaseRole } from './database-role.mjs';
import { cases as decisionLog } from './decision-log.mjs';
import { cases as erasure } from './erasure.mjs';
import { cases as files } from './files.mjs';
import { cases as graphqlAbuse } from './graphql-abuse.mjs';
import { cases as headers } from './headers.mjs';
import { cases as logIn } from './log-in.mjs';
import { cases as mail } from './mail.mjs';
import { cases as mailLinks } from './mail-links.mjs';
import { cases as otherSites } from './other-sites.mjs';
import { cases as packages } from './packages.mjs';
import { cases as production } from './production.mjs';
import { cases as tenants } from './tenants.mjs';
import { cases as weakerLogIns } from './weaker-log-ins.mjs';

// What makes the API wait, or changes what others look at, comes last.
export const areas = [
  { bar: 'S1', cases: graphqlAbuse },
  { bar: 'S2', cases: tenants },
  { bar: 'S3', cases: databaseRole },
  { bar: 'S5', cases: [...logIn, ...otherSites, ...weakerLogIns, ...production] },
  { bar: 'S6', cases: mail },
  { bar: 'S7', cases: mailLinks },
  { bar: 'S8', cases: files },
  { bar: 'S9', cases: decisionLog },
  { bar: 'S10', cases: headers },
  { bar: 'S11', cases: packages },
  { bar: 'S12', cases: erasure },
];

// Every bar that is attacked, and its cases. A case: name, what is expected, whether it belongs to the quick half, what it
// needs beside HTTP (database, console, folder), whether a stranger is enough (no demo people), and the attack, which throws when the expectation did not hold.
import { cases as graphqlAbuse } from './graphql-abuse.mjs';
import { cases as headers } from './headers.mjs';
import { cases as mail } from './mail.mjs';
import { cases as mailLinks } from './mail-links.mjs';
import { cases as tenants } from './tenants.mjs';

export const areas = [
  { bar: 'S1', cases: graphqlAbuse },
  { bar: 'S2', cases: tenants },
  { bar: 'S6', cases: mail },
  { bar: 'S7', cases: mailLinks },
  { bar: 'S10', cases: headers },
];

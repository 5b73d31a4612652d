// For production: makes the database and its four roles through an administrator, with the passwords that stand in
// DATABASE_URL, MIGRATOR_DATABASE_URL and SWEEPER_DATABASE_URL. May be run again; a changed password is then changed.
//   ADMIN_DATABASE_URL=postgres://postgres:…@host:5432/postgres node scripts/make-roles.mjs
import { readFileSync } from 'node:fs';
import { LOGINS, prepareDatabase } from './database-roles.mjs';
import { plainFault, runPlainly } from './plain-fault.mjs';

const OF_ROLE = { app: 'DATABASE_URL', migrator: 'MIGRATOR_DATABASE_URL', sweeper: 'SWEEPER_DATABASE_URL' };

/** A setting, or what stands in the file that NAME_FILE names. */
function given(name) {
  const path = process.env[`${name}_FILE`];
  return process.env[name] || (path ? readFileSync(path, 'utf8').trim() : '');
}

await runPlainly(async () => {
  const adminUrl = given('ADMIN_DATABASE_URL');
  if (!adminUrl) {
    throw plainFault('ADMIN_DATABASE_URL is not set.', 'Give the address of an administrator of that PostgreSQL.');
  }
  const passwords = {};
  const databases = new Set();
  for (const [name, variable] of Object.entries(OF_ROLE)) {
    const text = given(variable);
    if (!URL.canParse(text)) throw plainFault(`${variable} is not set, or is no address.`, '');
    const url = new URL(text);
    if (decodeURIComponent(url.username) !== LOGINS[name]) {
      throw plainFault(`${variable} logs in as "${url.username}".`, `It must log in as ${LOGINS[name]}.`);
    }
    if (url.password === '') throw plainFault(`${variable} has no password.`, '');
    passwords[LOGINS[name]] = decodeURIComponent(url.password);
    databases.add(decodeURIComponent(url.pathname.slice(1)));
  }
  if (databases.size !== 1) throw plainFault('The three addresses name different databases.', 'They must be the same.');
  const [database] = databases;
  await prepareDatabase(adminUrl, { database, passwords, variable: 'ADMIN_DATABASE_URL' });
  console.log(`The database "${database}" and its roles are ready.`);
});

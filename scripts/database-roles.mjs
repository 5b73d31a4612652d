// The database roles of Samanker and their log-ins. The tables belong to one role, changes to them are made by another,
// and what serves people owns nothing: row-level security cannot be switched off from there.
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { plainFault } from './plain-fault.mjs';

export const OWNER = 'samanker_owner';
export const LOGINS = { migrator: 'samanker_migrator', app: 'samanker_app', sweeper: 'samanker_sweeper' };
const OLDEST_SERVER = 18;
const CONNECT_LIMIT_MS = 8_000;

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

/** The same for every start with the same administrator, so that several starts never take the log-in from each other. */
function passwordOf(adminUrl, role) {
  return createHmac('sha256', decodeURIComponent(new URL(adminUrl).password))
    .update(role)
    .digest('hex');
}

function parsed(url, variable) {
  try {
    const address = new URL(url);
    if (/^postgres(ql)?:$/.test(address.protocol) && address.hostname) return address;
  } catch {
    // said below
  }
  throw plainFault(
    `${variable} is not the address of a PostgreSQL database.`,
    `It should look like postgres://user:password@host:5432/database.`,
  );
}

/** What a failed connection means, in one sentence. */
export function explainConnection(fault, url, variable = 'DATABASE_URL') {
  const { host, username, pathname } = new URL(url);
  const name = decodeURIComponent(pathname.slice(1));
  const sentences = {
    ECONNREFUSED: [`Nothing answers at ${host}.`, `Start PostgreSQL there, or correct ${variable}.`],
    ENOTFOUND: [`There is no machine called ${host}.`, `Correct ${variable}.`],
    EAI_AGAIN: [`The name ${host} could not be looked up.`, `Check the network, or correct ${variable}.`],
    '28P01': [`PostgreSQL at ${host} refuses the password of "${username}".`, `Correct ${variable}.`],
    28000: [`PostgreSQL at ${host} refuses the log-in "${username}".`, `Correct ${variable}.`],
    '3D000': [`There is no database "${name}" at ${host}.`, `Create it, or correct ${variable}.`],
    53300: [`PostgreSQL at ${host} has no connection left.`, 'Close other programs or raise max_connections.'],
    '57P03': [`PostgreSQL at ${host} is still starting or stopping.`, 'Try again in a moment.'],
  };
  const known = sentences[fault.code ?? fault.errors?.[0]?.code];
  if (known) return plainFault(...known, fault);
  return plainFault(`PostgreSQL at ${host} could not be reached (${fault.message}).`, `Correct ${variable}.`, fault);
}

/** Connects, or throws one clear sentence. */
export async function connect(url, variable = 'DATABASE_URL') {
  parsed(url, variable);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (fault) {
    await client.end().catch(() => undefined);
    throw explainConnection(fault, url, variable);
  }
}

const withDatabase = (url, database) => Object.assign(new URL(url), { pathname: `/${database}` }).href;

/** The four addresses that the programs use, for a database whose roles were made by this administrator. */
export function roleUrls(adminUrl, database) {
  const as = (role) => {
    const url = new URL(withDatabase(adminUrl, database));
    url.username = role;
    url.password = passwordOf(adminUrl, role);
    return url.href;
  };
  return {
    DATABASE_URL: as(LOGINS.app),
    MIGRATOR_DATABASE_URL: as(LOGINS.migrator),
    SWEEPER_DATABASE_URL: as(LOGINS.sweeper),
    QUEUE_URL: as(LOGINS.app),
  };
}

async function demandServer(client) {
  const { rows } = await client.query('select current_setting($1)::int / 10000 as major', ['server_version_num']);
  if (rows[0].major >= OLDEST_SERVER) return;
  throw plainFault(
    `This PostgreSQL is version ${rows[0].major}; Samanker needs ${OLDEST_SERVER} or newer.`,
    'Set DATABASE_URL to a newer one, or leave it out to use the one that comes along.',
  );
}

async function makeRoles(client, passwordFor) {
  const { rows } = await client.query(
    'select rolname, rolsuper or rolbypassrls as mighty from pg_roles where rolname = any($1)',
    [[OWNER, ...Object.values(LOGINS)]],
  );
  const known = new Map(rows.map((row) => [row.rolname, row.mighty]));
  for (const [role, mighty] of known) {
    if (!mighty) continue;
    throw plainFault(
      `The database role ${role} is a superuser or may bypass row-level security.`,
      `Take that away: ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS.`,
    );
  }
  if (!known.has(OWNER)) await client.query(`create role ${OWNER} nologin`);
  for (const role of Object.values(LOGINS)) {
    const verb = known.has(role) ? 'alter' : 'create';
    await client.query(`${verb} role ${role} login password ${client.escapeLiteral(passwordFor(role))}`);
  }
  await client.query(`grant ${OWNER} to ${LOGINS.migrator}`);
  const { rows: me } = await client.query('select rolsuper from pg_roles where rolname = current_user');
  if (!me[0].rolsuper) await client.query(`grant ${OWNER} to current_user`);
}

/** Rights on a database itself are not copied with a template: every new database gets them here. */
export async function grantDatabase(client, database) {
  const name = quoted(database);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect, temporary on database ${name} to ${OWNER}, ${Object.values(LOGINS).join(', ')}`);
}

/**
 * Prepares a database for Samanker through an administrator's address: roles, the database itself, the extension for
 * likeness of texts, rights. May be run again, and by several programs at once. Passwords are derived from the
 * administrator's own unless they are given by role.
 */
export async function prepareDatabase(adminUrl, { database, passwords, variable = 'DATABASE_URL' } = {}) {
  const name = database ?? (decodeURIComponent(parsed(adminUrl, variable).pathname.slice(1)) || 'samanker');
  const admin = await connect(withDatabase(adminUrl, 'postgres'), variable);
  try {
    await demandServer(admin);
    await admin.query(`select pg_advisory_lock(hashtext('samanker roles'))`); // ends with the connection
    await makeRoles(admin, (role) => passwords?.[role] ?? passwordOf(adminUrl, role));
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await admin.query(`create database ${quoted(name)} owner ${OWNER}`);
    await grantDatabase(admin, name);
  } catch (fault) {
    if (fault.code === '42501') {
      throw plainFault(
        `The log-in of ${variable} may not make database roles (${fault.message}).`,
        'Use an administrator, or make the roles yourself and set MIGRATOR_DATABASE_URL and SWEEPER_DATABASE_URL too.',
        fault,
      );
    }
    throw fault;
  } finally {
    await admin.end();
  }
  const inside = await connect(withDatabase(adminUrl, name), variable);
  try {
    // "if not exists" looks and then makes: of several starts at once all but the first must wait.
    await inside.query(`begin; select pg_advisory_xact_lock(hashtext('samanker extension'))`);
    await inside.query('create extension if not exists pg_trgm');
    await inside.query('commit');
    await inside.query(`grant usage, create on schema public to ${OWNER}`);
    await inside.query(`grant usage on schema public to ${Object.values(LOGINS).join(', ')}`);
  } finally {
    await inside.end();
  }
  return roleUrls(adminUrl, name);
}

import { regionsSeenBy, type Transactions, type Work } from '@samanker/database';
import type { DataSource } from 'typeorm';
import { bound, findPeople, type KnownPerson } from './find-person';
import { ownRows, type HeldTable } from './held-table';
import { mentionsOf } from './mentions.rules';
import { personalData } from './personal-data';

type Row = Readonly<Record<string, unknown>>;

/** A file that the person uploaded. */
export interface UploadedFile {
  readonly regionId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
}

/** Everything that is held about a person, to be handed out: titles and labels are in Norwegian. */
export interface PersonExport {
  readonly person: KnownPerson;
  readonly content: {
    readonly Uttrekk: Row;
    readonly Felles: Readonly<Record<string, readonly Row[]>>;
    readonly Regioner: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>;
    readonly 'Under behandling i tjenesten': Readonly<Record<string, readonly Row[]>>;
  };
  readonly files: readonly UploadedFile[];
}

/** Region by region as the app's role sees it, one snapshot each; what the service has under way, as the sweeper. */
export async function exportPerson(
  transactions: Transactions,
  sweeper: DataSource,
  who: string,
  at: Date,
): Promise<PersonExport | null> {
  const regions = await regionsSeenBy(sweeper);
  const [first] = regions;
  if (!first) return null;
  const inRegion = <T>(regionId: string, ask: (work: Work) => Promise<T>): Promise<T> =>
    transactions.asService(regionId, 'gdpr-export', ask);
  const [person] = await inRegion(first.id, (work) => findPeople(work, who));
  if (!person) return null;
  const files: UploadedFile[] = [];
  const held: Record<string, Record<string, readonly Row[]>> = {};
  for (const { id, name } of regions) {
    const rows = await inRegion(id, async (work) => {
      files.push(...(await filesOf(work, person)));
      return heldInRegion(work, person);
    });
    if (Object.keys(rows).length > 0) held[name in held ? `${name} (${id})` : name] = rows;
  }
  return {
    person,
    files,
    content: {
      Uttrekk: {
        'Hva dette er': 'Alt tjenesten har lagret om personen (personvernforordningen artikkel 15)',
        Laget: at.toISOString(),
        'Ikke gjengitt': 'Hasher og salt av øktnøkler, koder og loggknytninger: de sier ingenting om personen',
        Opplysninger: 'docs/privacy.md sier hva hver opplysning brukes til, og hvor lenge den beholdes',
      },
      Felles: await inRegion(first.id, (work) => rowsOf(ask(work), 'GLOBAL', person)),
      Regioner: held,
      'Under behandling i tjenesten': await rowsOf((sql, values) => sweeper.query(sql, values), 'QUEUE', person),
    },
  };
}

/** What one region holds about a person: own rows, log entries, and other people's words. */
export async function heldInRegion(work: Work, person: KnownPerson): Promise<Record<string, readonly Row[]>> {
  const rows = await rowsOf(ask(work), 'REGION', person);
  if (Object.keys(rows).length === 0) return rows;
  const entries = await entriesOf(work, person);
  const mentions = await mentionsIn(work, person);
  return {
    ...rows,
    ...(entries.length > 0 ? { 'Beslutningslogg: utført av personen': entries } : {}),
    ...(mentions.length > 0 ? { 'Omtale i fritekst': mentions } : {}),
  };
}

/**
 * The entries of the log that the person's commitments stand in. Each entry is read once, whatever the planner believes of
 * the sizes: a nested loop would read the whole log for every commitment.
 */
async function entriesOf(work: Work, { id }: KnownPerson): Promise<Row[]> {
  await work.query('set local enable_nestloop = off');
  const entries = await work.query<Row>(
    `select l.seq as "Nummer", l.entry::json as "Innførsel" from decision_log l
     join (select distinct commitment from decision_log_commitment where region_id = $1 and person_id = $2) c
       on c.commitment = l.entry::json->>'by'
     where l.region_id = $1 order by l.seq`,
    [work.regionId, id],
  );
  await work.query('set local enable_nestloop = on');
  return entries;
}

type Ask = (sql: string, values: unknown[]) => Promise<Row[]>;
const ask =
  (work: Work): Ask =>
  (sql, values) =>
    work.query<Row>(sql, values);

async function rowsOf(query: Ask, scope: HeldTable['scope'], person: KnownPerson): Promise<Record<string, Row[]>> {
  const found: Record<string, Row[]> = {};
  for (const table of personalData.filter((one) => one.scope === scope)) {
    const own = ownRows(table);
    if (!own) continue;
    const rows = await query(...bound(`select ${toldOf(table)} from ${table.table} t where ${own}`, person));
    if (rows.length > 0 && rows[0]!.Antall !== 0) found[table.label] = rows;
  }
  return found;
}

function toldOf({ columns, told = {}, scope }: HeldTable): string {
  // What tells nothing of its own is counted.
  if (Object.keys(told).length === 0 && columns.every(({ holds }) => holds === 'ID' || holds === 'SECRET'))
    return 'count(*)::int as "Antall"';
  const said = columns
    .filter(({ holds }) => holds !== 'SECRET')
    .map(({ column, label, holds }) =>
      holds === 'ID' && scope !== 'QUEUE'
        ? `case when t.${column} = :person then 'personen selv' end as "${label}"`
        : `t.${column} as "${label}"`,
    );
  return [...said, ...Object.entries(told).map(([label, sql]) => `${sql} as "${label}"`)].join(', ');
}

/** Where other people's words name the person. Whoever hands it out reads it first: it may tell of others as well. */
async function mentionsIn(work: Work, person: KnownPerson): Promise<Row[]> {
  const found: Row[] = [];
  for (const { table, label, columns, scope } of personalData) {
    if (scope !== 'REGION' || table === 'decision_log') continue;
    for (const column of columns.filter(({ holds }) => holds === 'TEXT' || holds === 'NAME')) {
      const rows = await work.query<{ text: string }>(
        `select t.${column.column}::text as text from ${table} t where t.region_id = $1 and t.${column.column}::text ~* $2`,
        [work.regionId, mentionsOf(person)],
      );
      found.push(...rows.map(({ text }) => ({ Hvor: `${label}: ${column.label}`, Tekst: text })));
    }
  }
  return found;
}

function filesOf(work: Work, person: KnownPerson): Promise<UploadedFile[]> {
  return work.query<UploadedFile>(
    `select region_id as "regionId", sha256, bytes, name from attachment where region_id = $1 and uploaded_by = $2 order by id`,
    [work.regionId, person.id],
  );
}

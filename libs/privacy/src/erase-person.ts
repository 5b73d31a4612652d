import { randomUUID } from 'node:crypto';
import { regionsSeenBy, type Transactions, type Work } from '@samanker/database';
import type { DataSource } from 'typeorm';
import { didSomething, eraseInRegion, LetterUnderWay, type RegionErasure } from './erase-in-region';
import { handOver, obstaclesTo, type Obstacle } from './erasure-obstacles';
import { bound, findPeople, type KnownPerson } from './find-person';
import { ownRows } from './held-table';
import { personalData } from './personal-data';

/** What was done, or why nothing was. */
export type ErasureOutcome =
  | { readonly kind: 'UNKNOWN' }
  | { readonly kind: 'SEVERAL'; readonly ids: readonly string[] }
  | { readonly kind: 'PROGRAM' }
  | { readonly kind: 'NO_SUCCESSOR' }
  | { readonly kind: 'OBSTACLES'; readonly obstacles: readonly (Obstacle & { readonly region: string })[] }
  | {
      readonly kind: 'ERASED' | 'DRY_RUN';
      readonly regions: readonly (RegionErasure & { readonly region: string })[];
      /** Rows that belong to no region. */
      readonly everywhere: Readonly<Record<string, number>>;
    };

export interface ErasureOrder {
  /** Id or work address. */
  readonly who: string;
  readonly dryRun: boolean;
  /** Id or work address of the one who takes over what must not be left without anybody. */
  readonly replaceBy: string | null;
  /** Called after each region that has been committed. */
  readonly onRegion?: (region: string) => void;
}

interface Region {
  readonly id: string;
  readonly name: string;
}

/** While something new refers to the person, the regions are gone through again. */
const MOST_ROUNDS = 5;
/** Real milliseconds: a lease lasts twenty seconds, a request fifteen. */
const KNOCK_EVERY = 500;
const KNOCKS = 120;

/**
 * Erases people by the register: the door first, then one transaction per region, then what belongs to no region, the
 * person's own row last. Broken off at any place it is begun again with the same words: what is done is done.
 */
export class PersonEraser {
  constructor(
    private readonly transactions: Transactions,
    private readonly sweeper: DataSource,
  ) {}

  async erase({ who, dryRun, replaceBy, onRegion }: ErasureOrder): Promise<ErasureOutcome> {
    const regions = await regionsSeenBy(this.sweeper);
    const people = regions[0] ? await this.in(regions[0], (work) => findPeople(work, who)) : [];
    const [person] = people;
    if (!person) return { kind: 'UNKNOWN' };
    if (people.length > 1) return { kind: 'SEVERAL', ids: people.map(({ id }) => id) };
    if (person.machine) return { kind: 'PROGRAM' };
    const successor = replaceBy ? await this.successor(regions[0]!, replaceBy, person) : null;
    if (replaceBy && !successor) return { kind: 'NO_SUCCESSOR' };
    if (!successor) {
      const obstacles = await this.obstacles(regions, person);
      if (obstacles.length > 0) return { kind: 'OBSTACLES', obstacles };
    }
    if (dryRun) return this.tried(regions, person, successor);
    return this.carriedOut(regions, person, successor, onRegion);
  }

  private async tried(
    regions: readonly Region[],
    person: KnownPerson,
    successor: KnownPerson | null,
  ): Promise<ErasureOutcome> {
    const found = [];
    for (const region of regions) {
      const erasure = await this.patiently(() =>
        this.transactions.asService<RegionErasure>(region.id, 'gdpr-erase', async (work, undo) =>
          undo(await this.inRegion(work, person, successor)),
        ),
      );
      if (didSomething(erasure)) found.push({ region: region.name, ...erasure });
    }
    const everywhere = await this.transactions.asService<Record<string, number>>(
      regions[0]!.id,
      'gdpr-erase',
      async (work, undo) => undo(await deleteGlobal(work, person)),
    );
    return { kind: 'DRY_RUN', regions: found, everywhere: { ...everywhere, person: 1 } };
  }

  private async carriedOut(
    regions: readonly Region[],
    person: KnownPerson,
    successor: KnownPerson | null,
    onRegion: ErasureOrder['onRegion'],
  ): Promise<ErasureOutcome> {
    const everywhere: Record<string, number> = {};
    const done = new Map<string, RegionErasure & { readonly region: string }>();
    for (let round = 1; ; round++) {
      // What was under way when the door closed may have left a trace: the round after finds none.
      Object.assign(everywhere, await this.closeTheDoor(regions[0]!, person));
      let traces = 0;
      for (const region of regions) {
        const erasure = await this.patiently(() => this.in(region, (work) => this.inRegion(work, person, successor)));
        if (!didSomething(erasure)) continue;
        traces++;
        if (!done.has(region.id)) done.set(region.id, { region: region.name, ...erasure });
        onRegion?.(region.name);
      }
      await this.forgetInQueue(person);
      const last = round >= MOST_ROUNDS;
      if ((traces === 0 || last) && (await this.deletePerson(regions[0]!, person, last))) break;
    }
    return {
      kind: 'ERASED',
      regions: [...done.values()],
      everywhere: { ...everywhere, person: 1 },
    };
  }

  /** One region, with its entry in the log: counts, and nobody's name or id. */
  private async inRegion(work: Work, person: KnownPerson, successor: KnownPerson | null): Promise<RegionErasure> {
    if (successor) await handOver(work, await obstaclesTo(work, person), successor);
    const erasure = await eraseInRegion(work, person);
    const { deleted, anonymised, mentions } = erasure;
    if (didSomething(erasure))
      work.log({
        verb: 'erasePerson',
        subjectType: 'Region',
        subjectId: work.regionId,
        after: { deleted, anonymised, mentions },
      });
    return erasure;
  }

  /**
   * Nobody comes in any more, and nobody is still inside: the lock waits for every request under way, since each has read
   * its session, and holds new ones up for the moment that it lasts.
   */
  private closeTheDoor(region: Region, person: KnownPerson): Promise<Record<string, number>> {
    return this.patiently(() =>
      this.in(region, async (work) => {
        await work.query(`set local lock_timeout = '2s'`);
        await work.query('lock table session in access exclusive mode');
        return deleteGlobal(work, person);
      }),
    );
  }

  /** Ids in what was published and not yet tidied away. Events first: a relay that is copying one is waited for. */
  private async forgetInQueue(person: KnownPerson): Promise<void> {
    const nobody = randomUUID();
    for (const table of personalData.filter(({ scope }) => scope === 'QUEUE')) {
      const texts = table.columns.flatMap(({ column, erasure }) => (erasure === 'EMPTY' ? [`${column} = null`] : []));
      const changes = [`payload = replace(t.payload::text, :person::text, $1)::jsonb`, ...texts];
      await this.sweeper.query(
        ...bound(`update ${table.table} t set ${changes.join(', ')} where ${ownRows(table)}`, person, [nobody]),
      );
    }
  }

  /** False when something refers to the person again. */
  private async deletePerson(region: Region, person: KnownPerson, last: boolean): Promise<boolean> {
    try {
      await this.in(region, (work) => deleteGlobal(work, person));
      // The role that serves people may not: no verb removes anybody.
      await this.sweeper.query('delete from person where id = $1', [person.id]);
      return true;
    } catch (error) {
      if (last || codeOf(error) !== FOREIGN_KEY) throw error;
      return false;
    }
  }

  private async obstacles(regions: readonly Region[], person: KnownPerson): Promise<(Obstacle & { region: string })[]> {
    const found = [];
    for (const region of regions) {
      const obstacles = await this.in(region, (work) => obstaclesTo(work, person));
      found.push(...obstacles.map((obstacle) => ({ ...obstacle, region: region.name })));
    }
    return found;
  }

  private async successor(region: Region, who: string, person: KnownPerson): Promise<KnownPerson | null> {
    const found = (await this.in(region, (work) => findPeople(work, who))).filter(
      ({ id, machine }) => id !== person.id && !machine,
    );
    return found.length === 1 ? found[0]! : null;
  }

  private in<T>(region: Region, change: (work: Work) => Promise<T>): Promise<T> {
    return this.transactions.asService(region.id, 'gdpr-erase', change);
  }

  private async patiently<T>(attempt: () => Promise<T>): Promise<T> {
    for (let knocks = 1; ; knocks++) {
      try {
        return await attempt();
      } catch (error) {
        const busy = error instanceof LetterUnderWay || codeOf(error) === LOCK_NOT_AVAILABLE;
        if (!busy || knocks >= KNOCKS) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, KNOCK_EVERY));
    }
  }
}

const FOREIGN_KEY = '23503';
const LOCK_NOT_AVAILABLE = '55P03';

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string }).code ?? (error as { driverError?: { code?: string } }).driverError?.code;
}

async function deleteGlobal(work: Work, person: KnownPerson): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of personalData.filter(({ scope, table: name }) => scope === 'GLOBAL' && name !== 'person')) {
    const rows = await work.execute(...bound(`delete from ${table.table} t where ${ownRows(table)}`, person));
    if (rows > 0) counts[table.table] = rows;
  }
  return counts;
}

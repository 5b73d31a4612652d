import { Transactions } from '@samanker/database';
import { getNamedType, isInputObjectType, type GraphQLField } from 'graphql';
import type { CompleteRegion } from '../builders/complete-region';
import { RIGHT } from '../builders/right-input';
import { sample } from '../environment/hostile';
import type { Client, SamankerUnderTest } from '../environment/samanker';
import { classesOf } from './compare';
import { allows, type Classes, type Expectations } from './expectations';
import type { Somebody } from './people';
import { selectionsOf } from './questions';
import { addRows, ownersOf, type Row, type Rows } from './rows';

export type Verb = GraphQLField<unknown, unknown>;

/** What came of one person's attempt: `DONE`, or the refusal or error. */
export interface Attempt {
  readonly verb: string;
  readonly who: Somebody;
  readonly onBehalf: boolean;
  readonly classes: Classes;
  readonly outcome: string;
  readonly answered: Rows;
}

/**
 * Lets every verb run to its end and answer, and then undoes it: each attempt finds the region as it was, and what is
 * accepted is seen in full. Gives back how to make changes last again.
 */
export function nothingLasts(env: SamankerUnderTest): () => void {
  const transactions = env.api.get(Transactions, { strict: false });
  const lasting = transactions.asPerson.bind(transactions);
  const undone = jest
    .spyOn(transactions, 'asPerson')
    .mockImplementation((asker, change) =>
      lasting(asker, async (work, undo) => undo(await change(work, undo as never))),
    );
  return () => undone.mockRestore();
}

const inputTypeOf = (verb: Verb) => verb.args.find(({ name }) => name === 'input')!.type;

export const documentOf = (verb: Verb): string =>
  verb.args.length > 0
    ? `mutation ($input: ${String(inputTypeOf(verb))}) { result: ${verb.name}(input: $input) { ${selectionsOf(verb.type).join(' ')} } }`
    : `mutation { result: ${verb.name} { ${selectionsOf(verb.type).join(' ')} } }`;

/** An input that is right in every field, so that only the person can be wrong. */
export function rightInput(verb: Verb, { ids, idsFor }: CompleteRegion): Record<string, unknown> {
  if (verb.args.length === 0) return {};
  const all = { ...ids, ...idsFor[verb.name] };
  const { onBehalf: _, ...input } = {
    ...(sample('input', inputTypeOf(verb), all) as Record<string, unknown>),
    ...RIGHT[verb.name]?.(all),
  };
  return input;
}

/** Can the host do it on the organisation's written behalf? */
export function knowsBehalf(verb: Verb): boolean {
  const type = verb.args.length > 0 ? getNamedType(inputTypeOf(verb)) : null;
  return isInputObjectType(type) && 'onBehalf' in type.getFields();
}

/** What is added to an input by the host who acts on behalf. */
export const ON_BEHALF: Readonly<Record<string, unknown>> = {
  onBehalf: { because: 'Brev av 14. november', evidence: 'Arkivsak 2016/88' },
};

export async function attempt(client: Client, verb: Verb, input: unknown) {
  return client.ask<{ result: Record<string, any> | null }>(documentOf(verb), verb.args.length > 0 ? { input } : {});
}

/** Everybody tries everything; nothing of it lasts. */
export async function tryAll(
  env: SamankerUnderTest,
  region: CompleteRegion,
  verbs: readonly Verb[],
  people: readonly Somebody[],
): Promise<Attempt[]> {
  const owners = await ownersOf(env.admin);
  const attempts: Attempt[] = [];
  const waiting = [...people];
  const lane = async (): Promise<void> => {
    for (let who = waiting.shift(); who; who = waiting.shift())
      for (const verb of verbs)
        for (const onBehalf of knowsBehalf(verb) ? [false, true] : [false]) {
          const input = { ...rightInput(verb, region), ...(onBehalf ? ON_BEHALF : {}) };
          const owner = ownerOfSubject(who, input, owners);
          const { data, errors } = await attempt(who.client, verb, input);
          const refusal = data?.result && 'code' in data.result;
          const outcome = errors
            ? `error: ${errors[0]!.message}`
            : refusal
              ? `${data!.result!.__typename}: ${data!.result!.message} ${data!.result!.path}`
              : 'DONE';
          const answered: Rows = new Map();
          if (outcome === 'DONE') addRows(answered, `${verb.name}(${onBehalf})`, data?.result, owners, owner);
          attempts.push({
            verb: verb.name,
            who,
            onBehalf,
            classes: classesFor(who, owner, onBehalf, region),
            outcome,
            answered,
          });
        }
  };
  await Promise.all(Array.from({ length: 4 }, lane));
  return attempts;
}

/** The organisation that it is about. What names nothing is made by the one that somebody acts for. */
function ownerOfSubject(
  who: Somebody,
  input: Record<string, unknown>,
  owners: ReadonlyMap<string, string>,
): string | null {
  const named = Object.values(input).filter((value) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value));
  if (named.length === 0) return who.organisationId;
  const owner = named.map((id) => owners.get(String(id))).find(Boolean);
  return owner ?? (typeof input.organisationId === 'string' ? input.organisationId : null);
}

function classesFor(who: Somebody, owner: string | null, onBehalf: boolean, { host }: CompleteRegion): Classes {
  const row: Row = { path: '', type: '', owner, parent: null, fields: new Set(), plain: {} };
  const classes = [...classesOf(who, row, host)];
  return new Set([...classes, ...(onBehalf ? classes.map((name) => `${name} on behalf`) : [])]);
}

const MAY_NOT = /^(NotFound|NotPermitted|InvalidInput: .*,onBehalf$)/;

/** Who did what is not written, or was kept from what is. */
export function unexpected(attempts: readonly Attempt[], { verbs, classes: short }: Expectations): string[] {
  return attempts.flatMap(({ verb, who, onBehalf, classes, outcome }) => {
    const line = verbs[verb];
    if (line === undefined) return [];
    const may = allows(line, classes, short);
    const how = `${who.name}${onBehalf ? ' on behalf' : ''}`;
    if (may) return outcome === 'DONE' ? [] : [`${how}: CANNOT ${verb}, expected: ${line}; ${outcome}`];
    if (outcome === 'DONE') return [`${how}: DOES ${verb}, expected: ${line}`];
    return MAY_NOT.test(outcome) ? [] : [`${how}: is told more than that it may not ${verb}: ${outcome}`];
  });
}

/** Who does what today, in the words of the expectations. */
export function whoDoes(attempts: readonly Attempt[]): Map<string, string> {
  const does = new Map<string, Set<string>>();
  for (const { verb, classes, onBehalf, outcome } of attempts) {
    const names = does.get(verb) ?? does.set(verb, new Set()).get(verb)!;
    if (outcome !== 'DONE') continue;
    const name =
      [...classes].find((one) => /^(own|host|member)\.\w+$/.test(one)) ??
      [...classes].find((one) => one !== 'everybody');
    if (name && !names.has(name)) names.add(onBehalf ? `${name} on behalf` : name);
  }
  return new Map([...does].map(([verb, names]) => [verb, [...names].join(', ') || 'nobody']));
}

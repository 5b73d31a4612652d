import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { completeRegion, type CompleteRegion } from '../builders/complete-region';
import { fingerprint } from '../environment/fingerprint';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { differences, everythingSeen, whoSees, type Seen } from './compare';
import { nothingLasts, tryAll, unexpected, whoDoes, type Attempt } from './doing';
import { readExpectations, unwritten } from './expectations';
import { everybody } from './people';
import { reachableTypes } from './questions';
import { readAll } from './reading';
import type { Row } from './rows';

/** Everybody is asked in "npm run check", unless one of each kind is enough. */
const isWhole = (): boolean => process.env.MATRIX === 'whole';

describe('role × field × tenant, as security/expectations has it (S2, R28, R29)', () => {
  let env: SamankerUnderTest;
  let region: CompleteRegion;
  let schema: GraphQLSchema;
  let seen: Seen[];
  let errors: string[];
  let attempts: Attempt[];
  let changed: string[];
  const expectations = readExpectations();
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
    ({ schema } = env.api.get(GraphQLSchemaHost, { strict: false }));
    region = await completeRegion(env);
    const people = await everybody(env, region, { few: !isWhole() });
    ({ seen, errors } = await readAll(env, region, Object.values(schema.getQueryType()!.getFields()), schema, people));
    const before = await fingerprint(env.admin);
    const lasting = nothingLasts(env);
    attempts = await tryAll(env, region, Object.values(schema.getMutationType()!.getFields()), people);
    lasting();
    const after = await fingerprint(env.admin);
    changed = Object.keys(after).filter((table) => after[table] !== before[table]);
  }, 300_000);
  afterAll(() => env?.stop());

  const types = () =>
    Object.fromEntries(
      reachableTypes(schema)
        .filter(({ name }) => name !== 'Query' && name !== 'Mutation')
        .map((type) => [type.name, Object.keys(type.getFields())]),
    );
  const answered = (): Seen[] =>
    [...new Set(attempts.map(({ who }) => who))].map((who) => ({
      who,
      rows: new Map(attempts.filter((one) => one.who === who).flatMap((one) => [...one.answered])),
    }));

  it('every query, mutation and field has its line, and no line is left over', () => {
    const today = new Map([...whoSees(seen, region.host), ...whoDoes(attempts)]);
    const surface = {
      questions: Object.keys(schema.getQueryType()!.getFields()),
      verbs: Object.keys(schema.getMutationType()!.getFields()),
      types: types(),
    };
    expect(unwritten(expectations, surface, (place) => today.get(place) ?? '')).toEqual([]);
  });

  it('every field is seen by somebody with something in it, or unseen.yaml says why not', () => {
    const rows = [...everythingSeen([...seen, ...answered()]).values()];
    const shown = new Set(rows.flatMap(({ type, fields }) => [...fields].map((field) => `${type}.${field}`)));
    const all = Object.entries(types()).flatMap(([type, fields]) => fields.map((field) => `${type}.${field}`));
    expect(all.filter((place) => !shown.has(place) && !(place in expectations.unseen))).toEqual([]);
    expect(Object.keys(expectations.unseen).filter((place) => shown.has(place) || !all.includes(place))).toEqual([]);
  });

  it('nobody is answered with an error', () => {
    expect(errors).toEqual([]);
  });

  it('everybody sees what is written, no more and no less', () => {
    expect(differences(seen, expectations, region.host)).toEqual([]);
  });

  it('everybody does what is written, no more and no less; whoever may not changes nothing', () => {
    expect(unexpected(attempts, expectations)).toEqual([]);
    expect(changed).toEqual([]);
  });

  it('and what a mutation answers shows nobody more than a question would', () => {
    const questions = Object.fromEntries(Object.keys(expectations.verbs).map((verb) => [verb, 'everybody']));
    const more = differences(answered(), { ...expectations, questions }, region.host);
    expect(more.filter((fault) => fault.includes(': SEES '))).toEqual([]);
  });

  describe('canary: the comparison cries', () => {
    const anotherRow = (type: string, of: (row: Row) => boolean): Row => {
      const found = [...everythingSeen(seen).values()].find((row) => row.type === type && of(row));
      if (!found) throw new Error(`There is no such ${type}.`);
      return found;
    };
    const planted = (who: string, row: Row): string[] =>
      differences(
        seen.map((one) => (one.who.name === who ? { ...one, rows: new Map([...one.rows, [row.path, row]]) } : one)),
        expectations,
        region.host,
        who,
      );
    const lacking = (who: string, change: (rows: Map<string, Row>) => void): string[] =>
      differences(
        seen.map((one) => {
          if (one.who.name !== who) return one;
          const rows = new Map([...one.rows].map(([path, row]) => [path, { ...row, fields: new Set(row.fields) }]));
          change(rows);
          return { ...one, rows };
        }),
        expectations,
        region.host,
        who,
      );

    it('when a draft is shown to another municipality, or a mail to a reader of the region', () => {
      const draft = anotherRow(
        'Need',
        ({ plain, owner, path }) => plain.declaredAt === null && owner === region.own && path.startsWith('needs('),
      );
      expect(planted('member.READER', draft)).toEqual([
        expect.stringContaining('member.READER, member: SEES a row Need in needs'),
      ]);
      const mail = anotherRow('Mail', ({ owner }) => owner === region.own);
      expect(planted('reader', mail)).toEqual([
        expect.stringContaining('reader, the region: SEES a row Mail in mailLog'),
      ]);
      const cells = anotherRow('VolumeDraft', ({ owner }) => owner === region.own);
      expect(planted('host.COORDINATOR', cells)).toEqual([
        expect.stringContaining('SEES a row VolumeDraft in volumeSheet'),
      ]);
    });

    it('when a field is shown that is not for all, or hidden that is', () => {
      const narrow = {
        ...expectations,
        fields: { ...expectations.fields, Decision: { ...expectations.fields.Decision, exemptBasis: 'own' } },
      };
      const faults = differences(seen, narrow, region.host);
      expect(faults).toContainEqual(
        expect.stringContaining('member.READER, member: SEES Decision.exemptBasis in participationRoute'),
      );
      expect(
        faults.filter(
          (fault) => fault.startsWith('own.') && !fault.includes(', member:') && !fault.includes(', host:'),
        ),
      ).toEqual([]);
      expect(lacking('reader', (rows) => rows.forEach((row) => row.fields.delete('hostName')))).toContainEqual(
        expect.stringContaining('reader, the region: LACKS ProcurementCase.hostName in procurementCase'),
      );
      expect(
        lacking('reader', (rows) => rows.forEach(({ type }, path) => type === 'Organisation' && rows.delete(path))),
      ).toContainEqual(expect.stringContaining('reader, the region: LACKS a row Organisation in organisations'));
    });

    it('when a reader decides, a decider cannot, or a refusal tells of a rule', () => {
      const turned = (name: string, outcome: string) =>
        unexpected(
          attempts.map((one) =>
            one.who.name === name && one.verb === 'decideAnchoringStep' && !one.onBehalf ? { ...one, outcome } : one,
          ),
          expectations,
        );
      expect(turned('own.READER', 'DONE')).toEqual([
        'own.READER: DOES decideAnchoringStep, expected: deciders, host-on-behalf',
      ]);
      expect(turned('own.COORDINATOR', 'NotPermitted: …')).toEqual([
        expect.stringContaining('own.COORDINATOR: CANNOT decideAnchoringStep'),
      ]);
      expect(turned('member.READER', 'StepAlreadyDecided: …')).toEqual([
        expect.stringContaining('is told more than that it may not'),
      ]);
    });

    it('when a query, a mutation or a field has no line, and says which to write', () => {
      const surface = { questions: ['secrets'], verbs: ['destroy'], types: { Mail: ['body'] } };
      const none = { ...expectations, questions: {}, verbs: {}, fields: { Letter: {} } };
      expect(unwritten(none, surface, (place) => (place === 'Mail.body' ? 'everybody' : ''))).toEqual([
        'questions.yaml: write  secrets: WHO?',
        'verbs.yaml: write  destroy: WHO?',
        'fields.yaml Mail: write    body: WHO?    # today: everybody',
        'fields.yaml: take away  Letter',
      ]);
    });
  });
});

import { RIGHT, spoiled, surroundings, type Surroundings } from '../builders/right-input';
import { fingerprint } from '../environment/fingerprint';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

/** What is sent, to which verb, in which field, instead of what is right there; and the fault, at that field unless said. */
type Row = readonly [what: string, verb: string, path: string, value: unknown, says: string, at?: string];

const of = (pick: (given: Surroundings) => unknown) => pick;
const csv = (...lines: string[]) => lines.join('\n');
const HEADER = 'body;meeting_id;date';
const alarm = { name: 'Alarm', unitCode: 'STK', cpvCode: '33195000' };

const ROWS: readonly Row[] = [
  ['an unknown unit', 'registerNeed', 'fields.unitCode', 'FAVN', 'UNKNOWN_UNIT'],
  ['an unknown unit', 'declareVolumes', 'cells.0.unitCode', 'FAVN', 'UNKNOWN_UNIT'],
  ['no unit', 'createProcurementCase', 'parts.0.items.0.unitCode', '', 'UNKNOWN_UNIT'],
  ['a unit of another kind', 'declareVolumes', 'cells.0.unitCode', 'KG', 'UNITS_DO_NOT_AGREE'],
  ['an unknown CPV code', 'registerNeed', 'fields.cpvCodes.0', '99999999', 'UNKNOWN_CPV'],

  ['a negative quantity', 'registerNeed', 'fields.quantity', '-1', 'NEGATIVE'],
  ['no quantity', 'registerNeed', 'fields.quantity', '0', 'NOT_POSITIVE'],
  ['an absurd quantity', 'registerNeed', 'fields.quantity', '1000000000.0001', 'TOO_LARGE'],
  ['a quantity of five decimals', 'registerNeed', 'fields.quantity', '1.00001', 'TOO_MANY_DECIMALS'],
  ['a floating point quantity', 'registerNeed', 'fields.quantity', 1.5, 'BAD_USER_INPUT'],
  ['a quantity with an exponent', 'declareVolumes', 'cells.0.expected', '1e9', 'BAD_USER_INPUT'],
  ['a negative quantity', 'declareVolumes', 'cells.0.expected', '-0.5', 'NEGATIVE'],
  ['an absurd quantity', 'declareVolumes', 'cells.0.maximum', '99999999999', 'TOO_LARGE'],
  [
    'an absurd quantity once converted',
    'declareVolumes',
    'cells.0',
    of(({ ids }) => ({ itemId: ids.itemId, year: 2017, expected: '900000000', unitCode: 'DUSIN' })),
    'TOO_LARGE',
    'cells.0.expected',
  ],
  ['a maximum below the expected', 'declareVolumes', 'cells.0.maximum', '0.5', 'MAXIMUM_BELOW_EXPECTED'],
  [
    'the same cell twice',
    'declareVolumes',
    'cells.1',
    of(({ ids }) => ({ itemId: ids.itemId!.toUpperCase(), year: 2017, expected: '1' })),
    'DUPLICATE',
    'cells.1.itemId',
  ],
  ['a year outside the term', 'declareVolumes', 'cells.0.year', 2023, 'YEAR_OUTSIDE_TERM'],
  ['a year that nobody plans for', 'createProcurementCase', 'firstYear', 2100, 'NOT_ALLOWED_HERE'],
  [
    'needs that are absurd when added up',
    'acceptMergeProposal',
    'proposalId',
    of(({ hugeProposal }) => hugeProposal),
    'TOO_LARGE',
    'terms.parts.0.items.0.needIds',
  ],

  ['a date that does not exist', 'registerNeed', 'fields.wantedTo', '2017-02-29', 'BAD_USER_INPUT'],
  ['a date that does not exist', 'decideAnchoringStep', 'decidedOn', '2016-11-31', 'BAD_USER_INPUT'],
  ['a date that does not exist', 'createProcurementCase', 'decisionDeadline', '2017-13-01', 'BAD_USER_INPUT'],
  [
    'a date that does not exist',
    'importMeetings',
    'csv',
    csv(HEADER, 'Kommunestyret;k9;2017-02-30'),
    'FILE_HAS_FAULTS',
  ],
  ['a time that does not exist', 'addMeeting', 'startsAt', '24:00', 'NOT_ALLOWED_HERE'],
  ['a period that ends before it begins', 'registerNeed', 'fields.wantedTo', '2016-12-31', 'ENDS_BEFORE_START'],
  ['a deadline before today', 'createProcurementCase', 'decisionDeadline', '2016-11-15', 'DATE_PASSED'],
  ['a deadline before today', 'changeDecisionDeadline', 'decisionDeadline', '2016-11-15', 'DATE_PASSED'],
  ['a deadline before today', 'acceptMergeProposal', 'terms.decisionDeadline', '2016-11-15', 'DATE_PASSED'],
  ['a deadline in another century', 'createProcurementCase', 'decisionDeadline', '2200-12-31', 'DATE_TOO_LATE'],
  ['a deadline in another century', 'changeDecisionDeadline', 'decisionDeadline', '2116-11-15', 'DATE_TOO_LATE'],
  ['a deadline in another century', 'acceptMergeProposal', 'terms.decisionDeadline', '2116-11-15', 'DATE_TOO_LATE'],
  ['a meeting in another century', 'addMeeting', 'date', '2200-12-31', 'DATE_TOO_LATE'],
  [
    'a meeting in another century',
    'importMeetings',
    'csv',
    csv(HEADER, 'Kommunestyret;k9;2200-12-31'),
    'FILE_HAS_FAULTS',
  ],
  ['a decision in the future', 'decideAnchoringStep', 'decidedOn', '2016-11-17', 'DATE_IN_FUTURE'],
  ['a decision before the case', 'decideAnchoringStep', 'decidedOn', '2016-01-14', 'DATE_TOO_EARLY'],
  ['a power of attorney from the future', 'recordPowerOfAttorney', 'signedOn', '2016-11-17', 'DATE_IN_FUTURE'],
  ['a power of attorney from before the case', 'recordPowerOfAttorney', 'signedOn', '2016-01-14', 'DATE_TOO_EARLY'],

  [
    'two equal meeting ids',
    'importMeetings',
    'csv',
    csv(HEADER, 'Kommunestyret;k9;2017-03-01', 'Kommunestyret;k9;2017-04-01'),
    'FILE_HAS_FAULTS',
  ],
  ['a wrong header', 'importMeetings', 'csv', csv('organ;id;dato', 'Kommunestyret;k9;2017-03-01'), 'FILE_HAS_FAULTS'],
  ['a body that is not there', 'importMeetings', 'csv', csv(HEADER, 'Havnestyret;k9;2017-03-01'), 'FILE_HAS_FAULTS'],
  ['an empty file', 'importMeetings', 'csv', '', 'FILE_HAS_FAULTS'],
  ['an open quotation mark', 'importMeetings', 'csv', csv(HEADER, '"Kommunestyret;k9;2017-03-01'), 'FILE_HAS_FAULTS'],

  [
    'an outcome whose predecessors are open',
    'decideAnchoringStep',
    '',
    of(({ ids }) => ({ stepId: ids.lastStepId, outcome: 'APPROVED', decidedOn: '2016-11-16' })),
    'STEP_OUT_OF_ORDER',
    'stepId',
  ],
  [
    'a decision in a cancelled meeting',
    'decideAnchoringStep',
    'meetingId',
    of((given) => given.cancelledMeeting),
    'NOT_ALLOWED_HERE',
  ],
  [
    'an organisation outside the region',
    'inviteMunicipalities',
    'organisationIds.1',
    of(({ outside }) => outside),
    'UNKNOWN_ORGANISATION',
  ],
  [
    'a host outside the region',
    'createProcurementCase',
    'hostOrganisationId',
    of(({ outside }) => outside),
    'UNKNOWN_ORGANISATION',
  ],
  [
    'a host outside the region',
    'acceptMergeProposal',
    'terms.hostOrganisationId',
    of(({ outside }) => outside),
    'UNKNOWN_ORGANISATION',
  ],
  [
    'a host outside the region',
    'decideAnchoringStep',
    '',
    of(({ ids, outside }) => ({
      stepId: ids.stepId,
      outcome: 'APPROVED',
      decidedOn: '2016-11-16',
      limits: { hostOrganisationId: outside },
    })),
    'UNKNOWN_ORGANISATION',
    'limits.hostOrganisationId',
  ],
  ['a calendar outside the region', 'importMeetings', 'organisationId', of(({ outside }) => outside), 'NOT_FOUND', ''],
  [
    'a body of another organisation',
    'saveRouteTemplate',
    'steps.0.bodyId',
    of((given) => given.foreignBody),
    'UNKNOWN_BODY',
  ],
  ['a body of another organisation', 'saveDecisionBody', 'id', of((given) => given.foreignBody), 'NOT_FOUND', ''],
  [
    'a meeting of another organisation',
    'submitAnchoringStep',
    'meetingId',
    of((given) => given.foreignMeeting),
    'UNKNOWN_BODY',
  ],
  [
    'a meeting of another organisation',
    'decideAnchoringStep',
    'meetingId',
    of((given) => given.foreignMeeting),
    'UNKNOWN_BODY',
  ],
  ['an item of another case', 'declareVolumes', 'cells.0.itemId', of(({ ids }) => ids.caseId), 'UNKNOWN_REFERENCE'],
  ['a part of another case', 'chooseParts', 'choices.0.partId', of(({ ids }) => ids.caseId), 'UNKNOWN_REFERENCE'],
  [
    'a need that is not in the proposal',
    'acceptMergeProposal',
    'terms.parts',
    of(({ ids }) => [{ title: 'Del', items: [{ ...alarm, needIds: [ids.caseId] }] }]),
    'UNKNOWN_REFERENCE',
    'terms.parts.0.items.0.needIds.0',
  ],
  ['money without a word on VAT', 'registerNeed', 'fields.yearlyValue', { amount: '1' }, 'BAD_USER_INPUT'],

  ...(
    [
      ['more than 1 MB of text', 'x'.repeat(1_000_001), 'TOO_LONG'],
      ['NUL', 'a\u0000b', 'ILLEGAL_CHARACTER'],
      ['a lone surrogate', 'a\ud800b', 'ILLEGAL_CHARACTER'],
    ] as const
  ).flatMap(([what, text, says]): Row[] => [
    [what, 'registerNeed', 'fields.problem', text, says],
    [what, 'createProcurementCase', 'parts.0.items.0.name', text, says],
    [what, 'decideAnchoringStep', 'details.text', text, says],
    [what, 'recordPowerOfAttorney', 'signatory', text, says],
    [what, 'importMeetings', 'csv', text, says],
    [what, 'rejectMergeProposal', 'reason', text, says],
    [what, 'declareVolumes', 'idempotencyKey', text, says],
  ]),
  ...(
    [
      ['money of three decimals', { amount: '1.001', vat: 'EXCLUDED' }, 'TOO_MANY_DECIMALS', 'amount'],
      ['money with VAT', { amount: '125', vat: 'INCLUDED' }, 'VAT_INCLUDED', 'vat'],
      ['negative money', { amount: '-1', vat: 'EXCLUDED' }, 'NEGATIVE', 'amount'],
      ['absurd money', { amount: '100000000000.01', vat: 'EXCLUDED' }, 'TOO_LARGE', 'amount'],
    ] as const
  ).flatMap(([what, money, says, field]): Row[] => [
    [what, 'registerNeed', 'fields.yearlyValue', money, says, `fields.yearlyValue.${field}`],
    [what, 'createProcurementCase', 'parts.0.items.0.unitPrice', money, says, `parts.0.items.0.unitPrice.${field}`],
    [what, 'declareVolumes', 'cells.0.unitPrice', money, says, `cells.0.unitPrice.${field}`],
    [what, 'recordPowerOfAttorney', 'ownMaximum', money, says, `ownMaximum.${field}`],
    [
      what,
      'decideAnchoringStep',
      '',
      of(({ ids }) => ({
        stepId: ids.stepId,
        outcome: 'APPROVED',
        decidedOn: '2016-11-16',
        limits: { perYear: money },
      })),
      says,
      `limits.perYear.${field}`,
    ],
  ]),
];

describe('bad input is refused by the name of its field, and nothing is half done', () => {
  let env: SamankerUnderTest;
  let given: Surroundings;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', worker: false });
    given = await surroundings(env);
  });
  afterAll(() => env?.stop());

  it.each(ROWS.map((row) => [`${row[0]} (${row[1]})`, row] as const))('%s', async (_, row) => {
    const [, verb, path, value, says, at = path] = row;
    const input = spoiled(RIGHT[verb]!(given.ids), path, typeof value === 'function' ? value(given) : value);
    const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { result: ${verb}(input: $input) { __typename ... on UserError { code message path } ... on InvalidInput { fault } } }`;
    const before = await fingerprint(env.admin);
    const { status, data, errors } = await given.all.ask(document, { input });
    const result = data?.result;
    const told = errors
      ? {
          says: errors[0]?.extensions?.code,
          at: String(errors[0]?.extensions?.field).replace(/\[(\d+)\]/g, '.$1'),
          status,
        }
      : { says: result.fault ?? result.code, at: result.path?.join('.'), status };
    expect(told).toEqual({ says, at: ['input', at].filter(Boolean).join('.'), status: errors ? 400 : 200 });
    if (!errors) expect(result.message).toMatch(/^\p{Lu}.{10,}[.»]$/u);
    expect(await fingerprint(env.admin)).toEqual(before);
  });

  it('a file’s own faults are named by line and column, all of them at once', async () => {
    const lines = [HEADER, 'Kommunestyret;k9;2017-03-01', 'Havnestyret;k9;2017-02-30', 'Kommunestyret;k9;2017-04-01'];
    const { importMeetings } = await given.all.mutate(
      'mutation ($input: ImportMeetingsInput!) { importMeetings(input: $input) { ... on FileHasFaults { faults { line column fault } } } }',
      { input: spoiled(RIGHT.importMeetings!(given.ids), 'csv', csv(...lines)) },
    );
    expect(importMeetings.faults).toEqual([
      { line: 3, column: 'body', fault: 'UNKNOWN_BODY' },
      { line: 3, column: 'date', fault: 'NOT_A_DATE' },
      { line: 4, column: 'meeting_id', fault: 'DUPLICATE' },
    ]);
  });
});

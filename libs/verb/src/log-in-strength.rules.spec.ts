import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogInMethod } from '@samanker/request';
import { buildSchema } from 'graphql';
import { isLogInEnough, LOG_IN_STRENGTH, MACHINE_SCOPES } from './log-in-strength.rules';

const schema = buildSchema(readFileSync(join(__dirname, '../../../schema.graphql'), 'utf8'));
const mutations = Object.keys(schema.getMutationType()!.getFields());

const enoughFor = (logIn: LogInMethod, scopes: readonly string[] | null = null): string[] =>
  mutations.filter((verb) => isLogInEnough(verb, { logIn, scopes })).sort();

describe('what a log-in is enough for', () => {
  it('every mutation of the schema has its own line: add it to LOG_IN_STRENGTH, where it is decided', () => {
    expect(mutations.filter((verb) => !Object.hasOwn(LOG_IN_STRENGTH, verb))).toEqual([]);
    expect(mutations.length).toBeGreaterThan(35);
  });

  it('an identity provider is enough for all, and so is the development log-in', () => {
    expect(enoughFor('OIDC')).toEqual([...mutations].sort());
    expect(enoughFor('DEVELOPMENT')).toEqual([...mutations].sort());
  });

  it('a one-time code is enough for volumes, notes, questions and recording decisions, and nothing else', () => {
    expect(enoughFor('CODE')).toEqual([
      'addNote',
      'answerQuestion',
      'askQuestion',
      'changeNote',
      'decideAnchoringStep',
      'declareVolumes',
      // Passes on what one is asked for to a colleague who may do it already: no right is given.
      'handOverStep',
      'importVolumes',
      'recordDecisionDetails',
      'saveTheySayDate',
      'shareAnswer',
      'submitAnchoringStep',
      'supersedeDecision',
      'withdrawNote',
    ]);
  });

  it('a program does what its scopes name', () => {
    expect(enoughFor('MACHINE', ['volumes'])).toEqual(['declareVolumes', 'importVolumes']);
    expect(enoughFor('MACHINE', ['needs'])).toEqual([
      'changeNeed',
      'declareNeed',
      'markNeedSolvedInHouse',
      'registerNeed',
      'withdrawNeed',
    ]);
    expect(enoughFor('MACHINE', ['calendars'])).toEqual([
      'addMeeting',
      'cancelMeeting',
      'importMeetings',
      'saveClosedWeeks',
      'saveDecisionBody',
    ]);
    expect(enoughFor('MACHINE', ['read'])).toEqual([]);
    expect(enoughFor('MACHINE', [])).toEqual([]);
    expect(enoughFor('MACHINE', null)).toEqual([]);
    expect(enoughFor('MACHINE', ['everything', '*', 'null'])).toEqual([]);
  });

  it('neither ever decides, freezes, awards, merges or gives a right, with all scopes there are', () => {
    const never =
      /freeze|award|merge|role|person|poa|attorney|template|machine|log-?in|participants|condition|invite|case|erase|onBehalf/i;
    const weak = [...enoughFor('CODE'), ...enoughFor('MACHINE', MACHINE_SCOPES)];
    expect(weak.filter((verb) => never.test(verb))).toEqual([]);
    expect(
      enoughFor('MACHINE', MACHINE_SCOPES).filter((verb) => /decid|decision|step|choose|confirm/i.test(verb)),
    ).toEqual(['saveDecisionBody']);
  });

  it('what has no line is refused to codes and programs, and so is what only looks like a line', () => {
    for (const verb of ['burnEverything', 'constructor', '__proto__', 'toString', '']) {
      expect(isLogInEnough(verb, { logIn: 'CODE', scopes: null })).toBe(false);
      expect(isLogInEnough(verb, { logIn: 'MACHINE', scopes: [...MACHINE_SCOPES] })).toBe(false);
      expect(isLogInEnough(verb, { logIn: 'OIDC', scopes: null })).toBe(true);
    }
  });

  it('the service carries out no verbs', () => {
    expect(enoughFor('SERVICE')).toEqual([]);
  });
});

describe('docs/how-to/connect-a-program.md', () => {
  it('says for each scope what it opens', () => {
    const text = readFileSync(join(__dirname, '../../../docs/how-to/connect-a-program.md'), 'utf8');
    const told = [...text.matchAll(/^\| `(\w+)` +\| (.+?) +\|$/gm)].map(([, scope, opens]) => [
      scope,
      [...opens!.matchAll(/`(\w+)`/g)].map(([, verb]) => verb),
    ]);
    expect(told).toEqual(MACHINE_SCOPES.map((scope) => [scope, enoughFor('MACHINE', [scope])]));
  });
});

import { sourceTree } from '../self-checks/source-tree';

interface LogKinds {
  readonly LOG_KINDS: Readonly<Record<string, readonly string[]>>;
}
type Sentences = Readonly<Record<string, unknown>>;

/** Texts and kinds as the pages load them. */
const { LOG_KINDS } = jest.requireActual<LogKinds>('../../apps/web/src/audit/log-kinds');
const sentences = (language: string): Sentences =>
  jest.requireActual<Record<string, { logSentences: Sentences }>>(`../../apps/web/src/language/${language}`)[language]!
    .logSentences;

/** Said with the outcome of the decision, so that it has a text for each. */
const BY_OUTCOME = ['decideAnchoringStep'];
/** Both ways of handing volumes in have the same texts. */
const LIKE_ANOTHER = ['importVolumes'];

/** Every verb that a change is logged under, by what the code says. */
function loggedVerbs(tree: ReadonlyMap<string, string>): string[] {
  const named = [...tree]
    .filter(([path]) => path.startsWith('libs/') && !path.endsWith('.spec.ts'))
    .flatMap(([, text]) => [...text.matchAll(/\bverb: '(\w+)'/g)].map(([, verb]) => verb!));
  return [...new Set(named)].sort();
}

describe('the decision log is read as sentences', () => {
  const logged = loggedVerbs(sourceTree(['libs']));
  const kinds = Object.values(LOG_KINDS).flat();

  it('every verb that is logged can be looked for: it stands in apps/web/src/audit/log-kinds.ts, once', () => {
    expect(logged.length).toBeGreaterThan(50);
    expect(logged.filter((verb) => !kinds.includes(verb))).toEqual([]);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it.each(['nb', 'nn', 'en'])('every verb that is logged has its sentence in %s-log.ts', (language) => {
    const texts = sentences(language);
    const own = logged.filter((verb) => ![...BY_OUTCOME, ...LIKE_ANOTHER].includes(verb));
    expect(own.filter((verb) => !(verb in texts))).toEqual([]);
  });

  it('canary: a verb without a sentence', () => {
    const verbs = loggedVerbs(new Map([['libs/need/src/burn-need.ts', `work.log({ verb: 'burnNeed' })`]]));
    expect(verbs.filter((verb) => !(verb in sentences('nb')))).toEqual(['burnNeed']);
  });
});

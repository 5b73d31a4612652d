import type { DecisionBodyKind } from './meeting-calendar.rules';

/** A body as a plan can name it. */
export interface NamedBody {
  readonly id: string;
  readonly name: string;
  readonly kind: DecisionBodyKind;
}

/** Finds the bodies of one organisation in what people write. */
export interface BodyNames {
  /** The body that the whole text names. */
  readonly named: (text: string) => string | null;
  /** The body that is named somewhere in the text; the longest name wins. */
  readonly within: (text: string) => string | null;
}

/** What bodies are called everywhere, and short in tables of meetings. */
const KIND_WORDS: readonly (readonly [RegExp, DecisionBodyKind])[] = [
  [/eldreråd|eldres råd|eldre råd|råd eldre/u, 'ELDERLY_COUNCIL'],
  [/funksjons(nedsett|nedset|hemm|hindr)/u, 'DISABILITY_COUNCIL'],
  [
    /(ungdomsråd|ungdommens (kommunestyre|bystyre)|ungdomens (kommunestyre|bystyre)|barne- og ungdoms)/u,
    'YOUTH_COUNCIL',
  ],
  [/\b(formannskap|byutvalg|fsk)\b/u, 'EXECUTIVE_COMMITTEE'],
  [/\b(kommunestyre|bystyre|heradsstyre|herredsstyre|lokalstyre|fylkesting|kst|bst)\b/u, 'COUNCIL'],
];

/** A text without case, signs, written language and definite forms: «Formannskapet» and «formannskap» are the same. */
export function plainName(text: string): string {
  return ` ${text.normalize('NFC').toLowerCase()} `
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/hovud/gu, 'hoved')
    .replace(/utval(?:get|et|g)?(?= )/gu, 'utvalg')
    .replace(/styremøte(?:t)?(?= )/gu, 'styre')
    .replace(/skapsmøte(?:t)?(?= )/gu, 'skap')
    .replace(/(styre|skap|råd|nemnd|ting)(?:et|t|a|en)(?= )/gu, '$1')
    .replace(/ (?:og|for|i|på|møte|møtet|møter) (?=\S)/gu, (word) => (/møte/u.test(word) ? ' ' : word))
    .replace(/ +/g, ' ')
    .trim();
}

/** The kind that a name speaks of, to begin with; a committee where it says nothing. */
export function kindOfName(name: string): DecisionBodyKind {
  return kindSaid(plainName(name)) ?? 'COMMITTEE';
}

/** Does the text sound like the name of a political body? */
export function looksLikeBody(text: string): boolean {
  const plain = plainName(text);
  return (
    plain.length <= 120 &&
    (kindSaid(plain) !== null || /(styre|utvalg|råd|nemnd|skap|komite|komité)(?= |$)/u.test(plain))
  );
}

function kindSaid(plain: string): DecisionBodyKind | null {
  return KIND_WORDS.find(([words]) => words.test(plain))?.[1] ?? null;
}

/** Prepares the names of an organisation's bodies; the usual word of a kind stands for the only body of that kind. */
export function bodyNames(bodies: readonly NamedBody[]): BodyNames {
  const byName = bodies
    .map(({ id, name }) => ({ id, plain: plainName(name) }))
    .filter(({ plain }) => plain !== '')
    .sort((a, b) => b.plain.length - a.plain.length);
  const onlyOne = (text: string): string | null => {
    const kind = kindSaid(text);
    const own = kind ? bodies.filter((body) => body.kind === kind) : [];
    return own.length === 1 ? own[0]!.id : null;
  };
  return {
    named: (text) => {
      const plain = plainName(text);
      if (plain === '') return null;
      const exact = byName.find((body) => body.plain === plain)?.id;
      // «Formannskap» is the executive committee; «Utvalg under formannskapet» is somebody else.
      return exact ?? (plain.includes(' ') && !/ råd | med /u.test(` ${plain} `) ? null : onlyOne(plain));
    },
    within: (text) => {
      const plain = ` ${plainName(text)} `;
      return byName.find((body) => plain.includes(` ${body.plain} `))?.id ?? onlyOne(plain.trim());
    },
  };
}

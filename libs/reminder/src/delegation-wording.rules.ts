import { formatDate, type Language, type LocalDate } from '@samanker/clock';
import { rolesInWords, type RoleKind } from '@samanker/request';
import type { Wording } from './sentences.rules';

/** A role that was left to a deputy, as far as a mail speaks of it. */
export interface ToldDelegation {
  /** Who is away. */
  readonly holder: string;
  readonly role: RoleKind;
  /** The organisation, or the region. */
  readonly of: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

interface Phrases {
  readonly thing: string;
  action(told: { holder: string; from: string; to: string }): string;
  readonly why: string;
  back(holder: string): string;
  readonly facts: { readonly role: string; readonly of: string };
  readonly link: string;
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  nb: {
    thing: 'du er stedfortreder fra',
    action: ({ holder, from, to }) => `Du er stedfortreder for ${holder} fra ${from} til og med ${to}.`,
    why: 'I disse dagene får du e-postene som gjelder rollen, og du kan gjøre det rollen gir rett til. E-postene nevner dere begge.',
    back: (holder) => `Passer det ikke? Åpne siden, avslutt oppdraget, og si fra til ${holder}.`,
    facts: { role: 'Rolle', of: 'Gjelder' },
    link: 'Se hvem du tar over for',
  },
  nn: {
    thing: 'du er stadfortredar frå',
    action: ({ holder, from, to }) => `Du er stadfortredar for ${holder} frå ${from} til og med ${to}.`,
    why: 'Desse dagane får du e-postane som gjeld rolla, og du kan gjere det rolla gir rett til. E-postane nemner dykk begge.',
    back: (holder) => `Passar det ikkje? Opne sida, avslutt oppdraget, og sei frå til ${holder}.`,
    facts: { role: 'Rolle', of: 'Gjeld' },
    link: 'Sjå kven du tek over for',
  },
  en: {
    thing: 'you are deputy from',
    action: ({ holder, from, to }) => `You stand in for ${holder} from ${from} until ${to}.`,
    why: 'On these days you get the mails that concern the role, and you may do what it may. The mails name you both.',
    back: (holder) => `Does it not suit you? Open the page, end it, and tell ${holder}.`,
    facts: { role: 'Role', of: 'Of' },
    link: 'See whom you stand in for',
  },
};

/** R12: tells a deputy for whom, in which role and when. */
export function delegationMail(asked: { language: Language; delegation: ToldDelegation; url: string }): Wording {
  const { language, delegation, url } = asked;
  const { holder, role, of, fromOn, toOn } = delegation;
  const phrases = PHRASES[language];
  return {
    language,
    subject: { municipality: of, thing: phrases.thing, date: formatDate(fromOn) },
    action: phrases.action({ holder, from: formatDate(fromOn), to: formatDate(toOn) }),
    link: { label: phrases.link, url },
    informs: true,
    sections: [
      { kind: 'paragraph', text: phrases.why },
      {
        kind: 'facts',
        rows: [
          { label: phrases.facts.role, value: rolesInWords([role])[language] },
          { label: phrases.facts.of, value: of },
        ],
      },
      { kind: 'paragraph', text: phrases.back(holder) },
    ],
  };
}

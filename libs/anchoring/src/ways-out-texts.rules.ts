import { formatDate, type Language, type LocalDate } from '@samanker/clock';
import { DELEGATED_WORKING_DAYS, NOTICE_DAYS, type WayOutFound, type WayOutKind } from './ways-out.rules';

interface Said {
  readonly title: string;
  readonly who: string;
  readonly condition: string;
  readonly effect: string;
}

/** R7b: each way out in words: what it is called, who acts, on what condition, and what the tender gets. */
const WAYS: Readonly<Record<WayOutKind, Readonly<Record<Language, Said>>>> = {
  NEXT_ORDINARY_MEETING: {
    nb: {
      title: 'Vent til neste ordinære møte',
      who: 'Politisk sekretariat setter saken på sakslisten.',
      condition: 'Ingen vilkår ut over møteplanen.',
      effect: 'Kommunen deltar som før, hvis vedtaket kommer før fristen.',
    },
    nn: {
      title: 'Vent til neste ordinære møte',
      who: 'Politisk sekretariat set saka på sakslista.',
      condition: 'Ingen vilkår ut over møteplanen.',
      effect: 'Kommunen deltek som før, om vedtaket kjem før fristen.',
    },
    en: {
      title: 'Wait for the next ordinary meeting',
      who: 'The political secretariat puts the case on the agenda.',
      condition: 'No condition beyond the calendar.',
      effect: 'The municipality takes part as before, if it decides by the deadline.',
    },
  },
  EXTRAORDINARY_MEETING: {
    nb: {
      title: 'Be om et ekstraordinært møte',
      who: 'Lederen av organet kaller inn.',
      condition: `Innkallingen må komme i rimelig tid. Her er det regnet ${NOTICE_DAYS} dager.`,
      effect: 'Kommunen deltar som før.',
    },
    nn: {
      title: 'Be om eit ekstraordinært møte',
      who: 'Leiaren av organet kallar inn.',
      condition: `Innkallinga må kome i rimeleg tid. Her er det rekna ${NOTICE_DAYS} dagar.`,
      effect: 'Kommunen deltek som før.',
    },
    en: {
      title: 'Ask for an extraordinary meeting',
      who: 'The chair of the body calls it.',
      condition: `Notice must be reasonable. ${NOTICE_DAYS} days are assumed here.`,
      effect: 'The municipality takes part as before.',
    },
  },
  REMOTE_MEETING: {
    nb: {
      title: 'Hold møtet som fjernmøte',
      who: 'Lederen av organet kaller inn.',
      condition: 'Kommunestyret må ha åpnet for fjernmøter. Alle må se, høre og snakke med hverandre.',
      effect: 'Kommunen deltar som før.',
    },
    nn: {
      title: 'Hald møtet som fjernmøte',
      who: 'Leiaren av organet kallar inn.',
      condition: 'Kommunestyret må ha opna for fjernmøte. Alle må sjå, høyre og snakke med kvarandre.',
      effect: 'Kommunen deltek som før.',
    },
    en: {
      title: 'Hold the meeting remotely',
      who: 'The chair of the body calls it.',
      condition: 'The council must have allowed remote meetings. All must see, hear and talk to each other.',
      effect: 'The municipality takes part as before.',
    },
  },
  URGENT_MATTER: {
    nb: {
      title: 'La formannskapet avgjøre hastesaken',
      who: 'Ordføreren setter saken på formannskapets saksliste.',
      condition:
        'Bare hvis kommunestyret har gitt formannskapet den myndigheten, og det ikke er tid til å innkalle kommunestyret. Vedtaket meldes til kommunestyrets neste møte.',
      effect: 'Kommunen deltar som før.',
    },
    nn: {
      title: 'Lat formannskapet avgjere hastesaka',
      who: 'Ordføraren set saka på sakslista til formannskapet.',
      condition:
        'Berre om kommunestyret har gitt formannskapet den myndigheita, og det ikkje er tid til å kalle inn kommunestyret. Vedtaket blir meldt til neste møte i kommunestyret.',
      effect: 'Kommunen deltek som før.',
    },
    en: {
      title: 'Let the executive committee decide urgently',
      who: 'The mayor puts the case on the committee’s agenda.',
      condition:
        'Only if the council has given the committee that power, and there is no time to call the council. The council is told at its next meeting.',
      effect: 'The municipality takes part as before.',
    },
  },
  DELEGATED_DECISION: {
    nb: {
      title: 'Fatt vedtaket på delegert myndighet',
      who: 'Kommunedirektøren (rådmannen) avgjør.',
      condition: `Bare hvis delegeringsreglementet gir myndighet. Aldri når kommunestyret selv må avgjøre, eller saken er prinsipiell. Her er det regnet ${DELEGATED_WORKING_DAYS} virkedager.`,
      effect: 'Kommunen deltar som før.',
    },
    nn: {
      title: 'Gjer vedtaket på delegert myndigheit',
      who: 'Kommunedirektøren (rådmannen) avgjer.',
      condition: `Berre om delegeringsreglementet gir myndigheit. Aldri når kommunestyret sjølv må avgjere, eller saka er prinsipiell. Her er det rekna ${DELEGATED_WORKING_DAYS} verkedagar.`,
      effect: 'Kommunen deltek som før.',
    },
    en: {
      title: 'Decide by delegated authority',
      who: 'The chief executive decides.',
      condition: `Only if the delegation rules allow it. Never where the council itself must decide, or in a matter of principle. ${DELEGATED_WORKING_DAYS} working days are assumed here.`,
      effect: 'The municipality takes part as before.',
    },
  },
  OPTION_INSTEAD_OF_FIRM: {
    nb: {
      title: 'Velg opsjon nå',
      who: 'Kommunens koordinator velger opsjon for delene.',
      condition: 'Kommunen må stå med navn i kunngjøringen.',
      effect: 'Kommunen kan slutte seg til senere. Mengdene teller i det største omfanget, men binder ikke.',
    },
    nn: {
      title: 'Vel opsjon no',
      who: 'Koordinatoren i kommunen vel opsjon for delane.',
      condition: 'Kommunen må stå med namn i kunngjeringa.',
      effect: 'Kommunen kan slutte seg til seinare. Mengdene tel i det største omfanget, men bind ikkje.',
    },
    en: {
      title: 'Choose the option now',
      who: 'The municipality’s coordinator chooses the option for the parts.',
      condition: 'The notice must name the municipality.',
      effect: 'It can join later. Its quantities count in the maximum, but bind nobody.',
    },
  },
  MOVE_THE_DEADLINE: {
    nb: {
      title: 'Flytt fristen for fellesanskaffelsen',
      who: 'Vertens koordinator flytter fristen.',
      condition: 'Den nye fristen gjelder for alle.',
      effect: 'Konkurransen kommer senere ut. Flere kommuner kan rekke fristen.',
    },
    nn: {
      title: 'Flytt fristen for fellesanskaffinga',
      who: 'Koordinatoren hos verten flyttar fristen.',
      condition: 'Den nye fristen gjeld for alle.',
      effect: 'Konkurransen kjem seinare ut. Fleire kommunar kan rekke fristen.',
    },
    en: {
      title: 'Move the deadline of the case',
      who: 'The host’s coordinator moves the deadline.',
      condition: 'The new deadline holds for everybody.',
      effect: 'The tender goes out later. More municipalities can be in time.',
    },
  },
};

/** What a ready text is filled in with. */
export interface LetterFacts {
  readonly caseTitle: string;
  readonly organisationName: string;
  readonly bodyName: string | null;
  readonly deadline: LocalDate;
}

/** R7b: a way out in words. */
export function wayOutWords(kind: WayOutKind, language: Language): Said {
  return WAYS[kind][language];
}

type Letter = (
  way: LetterFacts & { readonly on: string; readonly by: string; readonly latest: string | null },
) => string;

const LETTERS: Readonly<Record<WayOutKind, Readonly<Record<'NB' | 'NN', Letter>>>> = {
  NEXT_ORDINARY_MEETING: {
    NB: ({ caseTitle, bodyName, on, by }) =>
      `Vi ber om at «${caseTitle}» settes på sakslisten til ${bodyName ?? 'organet'} ${on}. Fristen for vedtak med fullmakt er ${by}.`,
    NN: ({ caseTitle, bodyName, on, by }) =>
      `Vi ber om at «${caseTitle}» blir sett på sakslista til ${bodyName ?? 'organet'} ${on}. Fristen for vedtak med fullmakt er ${by}.`,
  },
  EXTRAORDINARY_MEETING: {
    NB: ({ caseTitle, bodyName, on, by, latest }) =>
      `Vi ber om at ${bodyName ?? 'organet'} kalles inn til et ekstraordinært møte om «${caseTitle}», tidligst ${on}${latest ? ` og senest ${latest}` : ''}. Fristen for vedtak med fullmakt er ${by}, og neste ordinære møte kommer senere.`,
    NN: ({ caseTitle, bodyName, on, by, latest }) =>
      `Vi ber om at ${bodyName ?? 'organet'} blir kalla inn til eit ekstraordinært møte om «${caseTitle}», tidlegast ${on}${latest ? ` og seinast ${latest}` : ''}. Fristen for vedtak med fullmakt er ${by}, og neste ordinære møte kjem seinare.`,
  },
  REMOTE_MEETING: {
    NB: ({ caseTitle, bodyName, on, by, latest }) =>
      `Vi ber om at ${bodyName ?? 'organet'} behandler «${caseTitle}» i et fjernmøte, tidligst ${on}${latest ? ` og senest ${latest}` : ''}. Det forutsetter at kommunestyret har åpnet for fjernmøter. Fristen for vedtak med fullmakt er ${by}.`,
    NN: ({ caseTitle, bodyName, on, by, latest }) =>
      `Vi ber om at ${bodyName ?? 'organet'} handsamar «${caseTitle}» i eit fjernmøte, tidlegast ${on}${latest ? ` og seinast ${latest}` : ''}. Det føreset at kommunestyret har opna for fjernmøte. Fristen for vedtak med fullmakt er ${by}.`,
  },
  URGENT_MATTER: {
    NB: ({ caseTitle, on, by }) =>
      `Vi ber ordføreren vurdere om formannskapet kan avgjøre «${caseTitle}» som hastesak ${on}. Det forutsetter at kommunestyret har gitt formannskapet slik myndighet, og at det ikke er tid til å innkalle kommunestyret. Vedtaket meldes til kommunestyrets neste møte. Fristen for vedtak med fullmakt er ${by}.`,
    NN: ({ caseTitle, on, by }) =>
      `Vi ber ordføraren vurdere om formannskapet kan avgjere «${caseTitle}» som hastesak ${on}. Det føreset at kommunestyret har gitt formannskapet slik myndigheit, og at det ikkje er tid til å kalle inn kommunestyret. Vedtaket blir meldt til neste møte i kommunestyret. Fristen for vedtak med fullmakt er ${by}.`,
  },
  DELEGATED_DECISION: {
    NB: ({ caseTitle, on, by }) =>
      `Vi ber kommunedirektøren (rådmannen) vurdere om «${caseTitle}» kan avgjøres på delegert myndighet innen ${on}. Det forutsetter at delegeringsreglementet gir myndighet, og at saken ikke er prinsipiell. Fristen for vedtak med fullmakt er ${by}.`,
    NN: ({ caseTitle, on, by }) =>
      `Vi ber kommunedirektøren (rådmannen) vurdere om «${caseTitle}» kan avgjerast på delegert myndigheit innan ${on}. Det føreset at delegeringsreglementet gir myndigheit, og at saka ikkje er prinsipiell. Fristen for vedtak med fullmakt er ${by}.`,
  },
  OPTION_INSTEAD_OF_FIRM: {
    NB: ({ caseTitle, organisationName, by }) =>
      `${organisationName} rekker kanskje ikke vedtaket i «${caseTitle}» innen ${by}. Vi foreslår at kommunen velger opsjon nå. Da står kommunen med navn i kunngjøringen og kan slutte seg til senere.`,
    NN: ({ caseTitle, organisationName, by }) =>
      `${organisationName} rekk kanskje ikkje vedtaket i «${caseTitle}» innan ${by}. Vi foreslår at kommunen vel opsjon no. Då står kommunen med namn i kunngjeringa og kan slutte seg til seinare.`,
  },
  MOVE_THE_DEADLINE: {
    NB: ({ caseTitle, organisationName, on, by }) =>
      `${organisationName} kan være ferdig med «${caseTitle}» ${on}. Fristen er ${by}. Vi ber verten vurdere å flytte fristen til ${on}.`,
    NN: ({ caseTitle, organisationName, on, by }) =>
      `${organisationName} kan vere ferdig med «${caseTitle}» ${on}. Fristen er ${by}. Vi ber verten vurdere å flytte fristen til ${on}.`,
  },
};

/** R7b: a text that is ready to be sent, in the municipality's written language. */
export function wayOutLetter(
  way: Pick<WayOutFound, 'kind' | 'on' | 'latestOn'>,
  facts: LetterFacts,
  language: 'NB' | 'NN',
): string {
  return LETTERS[way.kind][language]({
    ...facts,
    on: way.on ? formatDate(way.on) : '…',
    by: formatDate(facts.deadline),
    latest: way.latestOn ? formatDate(way.latestOn) : null,
  });
}

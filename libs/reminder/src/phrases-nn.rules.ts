import { definiteBody, type Phrases } from './phrases.rules';

/** The mails in Nynorsk. */
export const NYNORSK: Phrases = {
  task: {
    TEXT_IN: {
      before: (day, body) => `Send saka til handsaming ${body} innan ${day}`,
      today: (day, body) => `Send saka til handsaming ${body} i dag, ${day}`,
      after: (day, body) => `Send saka til handsaming ${body} no. Fristen var ${day}`,
      subjectBefore: 'send saka innan',
      subjectAfter: 'saka skulle vore send',
      missing: (day) => `saka skulle vore send ${day}`,
      consequence: (municipality) => `Utan saka kan ikkje ${municipality} gjere vedtak i tide.`,
      link: 'Opne saka',
    },
    DECISION_MADE: {
      before: (day, body) => `Registrer utfallet ${body} etter møtet ${day}`,
      today: (day, body) => `Registrer utfallet ${body} etter møtet i dag, ${day}`,
      after: (day, body) => `Registrer kva som vart avgjort ${body} ${day}`,
      subjectBefore: 'kva blir vedteke',
      subjectAfter: 'kva vart vedteke',
      missing: (day, body) => `vi veit ikkje kva som vart vedteke ${body} ${day}`,
      consequence: (municipality) =>
        `Vart saka vedteken, utsett eller endra? Svaret avgjer om ${municipality} blir rekna som forankra, og når konkurransen kan lysast ut.`,
      link: 'Registrer utfallet',
    },
    ADMINISTRATIVE_DECISION: {
      before: (day) => `Avgjer saka innan ${day}`,
      today: (day) => `Avgjer saka i dag, ${day}`,
      after: (day) => `Avgjer saka no. Fristen var ${day}`,
      subjectBefore: 'avgjer saka innan',
      subjectAfter: 'saka skulle vore avgjord',
      missing: (day) => `saka skulle vore avgjord ${day}`,
      consequence: () => 'Utan svaret står saka stille, og dei som skal handsame ho etterpå, får kortare tid.',
      link: 'Opne saka',
    },
    VOLUMES: {
      before: (day) => `Meld inn mengdene innan ${day}`,
      today: (day) => `Meld inn mengdene i dag, ${day}`,
      after: (day) => `Meld inn mengdene no. Fristen var ${day}`,
      subjectBefore: 'meld inn mengdene innan',
      subjectAfter: 'mengdene skulle vore inne',
      missing: (day) => `mengdene skulle vore inne ${day}`,
      consequence: (municipality) => `Utan mengdene står ${municipality} utanfor summen i den samla behovsrapporten.`,
      link: 'Meld inn mengdene',
    },
    POWER_OF_ATTORNEY: {
      before: (day) => `Registrer fullmakta innan ${day}`,
      today: (day) => `Registrer fullmakta i dag, ${day}`,
      after: (day) => `Registrer fullmakta no. Fristen var ${day}`,
      subjectBefore: 'registrer fullmakta innan',
      subjectAfter: 'fullmakta skulle vore inne',
      missing: (day) => `fullmakta skulle vore registrert ${day}`,
      consequence: (municipality) =>
        `Utan fullmakta blir ikkje ${municipality} rekna som forankra. Då kan ikkje ${municipality} vere med når konkurransen blir lyst ut.`,
      link: 'Registrer fullmakta',
    },
    QUESTION: {
      before: (day) => `Svar på spørsmålet om fellesanskaffinga innan ${day}`,
      today: (day) => `Svar på spørsmålet om fellesanskaffinga i dag, ${day}`,
      after: (day) => `Svar på spørsmålet om fellesanskaffinga no. Fristen var ${day}`,
      subjectBefore: 'svar på spørsmål innan',
      subjectAfter: 'eit spørsmål skulle hatt svar',
      missing: (day) => `eit spørsmål skulle vore svart på ${day}`,
      consequence: () => 'Den som spør, kjem ikkje vidare utan svaret.',
      link: 'Les og svar',
    },
  },
  body: (name) => `i ${name ? definiteBody(name) : 'møtet'}`,
  and: 'og',
  others: (first) => `${first} m.fl.`,
  more: (count) => `${count} til`,
  to: (name) => `Til ${name}.`,
  deputy: (name, holder) => `Til ${name}, stadfortredar for ${holder}.`,
  postRoom: (municipality) =>
    `Til postmottaket i ${municipality}. Ingen er registrerte som ansvarlege for dette hos dykk. Send meldinga vidare, og registrer kven som er ansvarleg.`,
  missedMeeting: (body, next, instead) =>
    `Blir ikkje fristen halden, kan saka først handsamast ${body} ${next}${instead ? ` i staden for ${instead}` : ''}.`,
  meetingLost: (body, next, instead) =>
    `Rekk ikkje saka dette møtet, kan ho først handsamast ${body} ${next}${instead ? ` i staden for ${instead}` : ''}.`,
  noLaterMeeting: (body) => `Det er ikkje registrert noko seinare møte ${body}.`,
  asked: (asker) => `${asker} har spurt og kjem ikkje vidare utan svaret.`,
  finalDecision: (day) => `Endeleg vedtak kjem då tidlegast ${day}.`,
  anchoredOf: ({ anchored, of }) =>
    anchored === 0 ? `Ingen av dei ${of} kommunane er forankra enno.` : `${anchored} av ${of} kommunar er forankra.`,
  contact: (name, organisation, phone) =>
    `Spørsmål? Kontakt ${name}, ${organisation}${phone ? `, telefon ${phone}` : ''}.`,
  facts: { procurement: 'Fellesanskaffing', municipality: 'Kommune', step: 'Ledd', due: 'Frist', meeting: 'Møte' },
  digest: {
    opening: (count, first) => `${count} oppgåver ventar. Den første: ${first}`,
    subject: (count) => `${count} oppgåver, den første`,
    link: 'Opne oppgåvene mine',
  },
  escalation: {
    action: (missing) => `Hjelp saka vidare: ${missing}`,
    subject: 'treng hjelp, fristen var',
    subjectOfMeeting: 'treng hjelp, møtet var',
    responsible: (name, reminders) =>
      reminders === 0
        ? `${name} er ansvarleg hos dykk.`
        : `${name} er ansvarleg hos dykk og har fått ${reminders === 1 ? 'éi påminning' : `${reminders} påminningar`}.`,
    nobody: 'Ingen er registrerte som ansvarlege hos dykk.',
    request: 'Syt for at det blir gjort, eller peik ut ein stadfortredar.',
    onBehalf: (coordinator, host) => `Meldinga er send for ${coordinator}, koordinator i ${host}.`,
    link: 'Sjå kva som manglar',
  },
  invitation: {
    action: (day, municipality) => `Svar på invitasjonen innan ${day}: blir ${municipality} med?`,
    subject: 'svar på invitasjonen innan',
    opening: (host, municipality, others) =>
      others > 0
        ? `${host} inviterer ${municipality} og ${others} ${others === 1 ? 'annan' : 'andre'} til å kjøpe saman.`
        : `${host} inviterer ${municipality} til å kjøpe saman.`,
    openingForHost: (host, others) =>
      `${host} er vert for kjøpet og har invitert ${others} ${others === 1 ? 'annan' : 'andre'}. Verten må òg gjere vedtak om han sjølv er med.`,
    archiveCopy: (municipality, contact) =>
      `Til postmottaket i ${municipality}. Dette er kopien til arkivet: ${contact} har fått den same invitasjonen.`,
    steps: [
      'Vel for kvar del om de deltek, deltek med opsjon eller ikkje deltek.',
      'Stadfest kven som handsamar og avgjer saka hos dykk.',
      'Meld inn mengdene de reknar med.',
    ],
    decideBy: (day) => `Vedtaket hos dykk må vere klart innan ${day}.`,
    silence: (municipality) => `Får vi ikkje svar, blir ikkje ${municipality} rekna som deltakar.`,
    link: 'Svar på invitasjonen',
  },
  proposal: {
    action: (day, count, municipalities) =>
      `Vurder samordningsforslaget frå ${day}: ${count} behov frå ${municipalities} kan høyre saman.`,
    subject: 'nytt samordningsforslag',
    municipalities: (count) => `${count} kommunar`,
    needs: 'Behova',
    reasons: 'Kvifor dei kan høyre saman',
    twoPeople:
      'Ingenting blir slått saman før to personar har godteke det. Forslaget står til det er godteke eller avvist.',
    link: 'Vurder forslaget',
  },
};

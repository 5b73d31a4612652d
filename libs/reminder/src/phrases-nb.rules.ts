import { definiteBody, type Phrases } from './phrases.rules';

/** The mails in Bokmål. */
export const BOKMAL: Phrases = {
  task: {
    TEXT_IN: {
      before: (day, body) => `Send saken til behandling ${body} innen ${day}`,
      today: (day, body) => `Send saken til behandling ${body} i dag, ${day}`,
      after: (day, body) => `Send saken til behandling ${body} nå. Fristen var ${day}`,
      subjectBefore: 'send saken innen',
      subjectAfter: 'saken skulle vært sendt',
      missing: (day) => `saken skulle vært sendt ${day}`,
      consequence: (municipality) => `Uten saken kan ikke ${municipality} vedta i tide.`,
      link: 'Åpne saken',
    },
    DECISION_MADE: {
      before: (day, body) => `Registrer utfallet ${body} etter møtet ${day}`,
      today: (day, body) => `Registrer utfallet ${body} etter møtet i dag, ${day}`,
      after: (day, body) => `Registrer hva som ble avgjort ${body} ${day}`,
      subjectBefore: 'hva blir vedtatt',
      subjectAfter: 'hva ble vedtatt',
      missing: (day, body) => `vi vet ikke hva som ble vedtatt ${body} ${day}`,
      consequence: (municipality) =>
        `Ble saken vedtatt, utsatt eller endret? Svaret avgjør om ${municipality} regnes som forankret, og når konkurransen kan lyses ut.`,
      link: 'Registrer utfallet',
    },
    ADMINISTRATIVE_DECISION: {
      before: (day) => `Avgjør saken innen ${day}`,
      today: (day) => `Avgjør saken i dag, ${day}`,
      after: (day) => `Avgjør saken nå. Fristen var ${day}`,
      subjectBefore: 'avgjør saken innen',
      subjectAfter: 'saken skulle vært avgjort',
      missing: (day) => `saken skulle vært avgjort ${day}`,
      consequence: () => 'Uten svaret står saken stille, og de som skal behandle den etterpå, får kortere tid.',
      link: 'Åpne saken',
    },
    VOLUMES: {
      before: (day) => `Meld inn mengdene innen ${day}`,
      today: (day) => `Meld inn mengdene i dag, ${day}`,
      after: (day) => `Meld inn mengdene nå. Fristen var ${day}`,
      subjectBefore: 'meld inn mengdene innen',
      subjectAfter: 'mengdene skulle vært inne',
      missing: (day) => `mengdene skulle vært inne ${day}`,
      consequence: (municipality) => `Uten mengdene står ${municipality} utenfor summen i den samlede behovsrapporten.`,
      link: 'Meld inn mengdene',
    },
    POWER_OF_ATTORNEY: {
      before: (day) => `Registrer fullmakten innen ${day}`,
      today: (day) => `Registrer fullmakten i dag, ${day}`,
      after: (day) => `Registrer fullmakten nå. Fristen var ${day}`,
      subjectBefore: 'registrer fullmakten innen',
      subjectAfter: 'fullmakten skulle vært inne',
      missing: (day) => `fullmakten skulle vært registrert ${day}`,
      consequence: (municipality) =>
        `Uten fullmakten regnes ikke ${municipality} som forankret. Da kan ikke ${municipality} være med når konkurransen lyses ut.`,
      link: 'Registrer fullmakten',
    },
    QUESTION: {
      before: (day) => `Svar på spørsmålet om fellesanskaffelsen innen ${day}`,
      today: (day) => `Svar på spørsmålet om fellesanskaffelsen i dag, ${day}`,
      after: (day) => `Svar på spørsmålet om fellesanskaffelsen nå. Fristen var ${day}`,
      subjectBefore: 'svar på spørsmål innen',
      subjectAfter: 'et spørsmål skulle vært besvart',
      missing: (day) => `et spørsmål skulle vært besvart ${day}`,
      consequence: () => 'Den som spør, kommer ikke videre uten svaret.',
      link: 'Les og svar',
    },
  },
  body: (name) => `i ${name ? definiteBody(name) : 'møtet'}`,
  and: 'og',
  others: (first) => `${first} m.fl.`,
  more: (count) => `${count} til`,
  to: (name) => `Til ${name}.`,
  deputy: (name, holder) => `Til ${name}, stedfortreder for ${holder}.`,
  postRoom: (municipality) =>
    `Til postmottaket i ${municipality}. Ingen er registrert som ansvarlig for dette hos dere. Send meldingen videre, og registrer hvem som er ansvarlig.`,
  missedMeeting: (body, next, instead) =>
    `Blir ikke fristen holdt, kan saken først behandles ${body} ${next}${instead ? ` i stedet for ${instead}` : ''}.`,
  meetingLost: (body, next, instead) =>
    `Rekker ikke saken dette møtet, kan den først behandles ${body} ${next}${instead ? ` i stedet for ${instead}` : ''}.`,
  noLaterMeeting: (body) => `Det er ikke registrert noe senere møte ${body}.`,
  asked: (asker) => `${asker} har spurt og kommer ikke videre uten svaret.`,
  finalDecision: (day) => `Endelig vedtak kommer da tidligst ${day}.`,
  anchoredOf: ({ anchored, of }) =>
    anchored === 0 ? `Ingen av de ${of} kommunene er forankret ennå.` : `${anchored} av ${of} kommuner er forankret.`,
  contact: (name, organisation, phone) =>
    `Spørsmål? Kontakt ${name}, ${organisation}${phone ? `, telefon ${phone}` : ''}.`,
  facts: { procurement: 'Fellesanskaffelse', municipality: 'Kommune', step: 'Ledd', due: 'Frist', meeting: 'Møte' },
  digest: {
    opening: (count, first) => `${count} oppgaver venter. Den første: ${first}`,
    subject: (count) => `${count} oppgaver, den første`,
    link: 'Åpne mine oppgaver',
  },
  escalation: {
    action: (missing) => `Hjelp saken videre: ${missing}`,
    subject: 'trenger hjelp, fristen var',
    subjectOfMeeting: 'trenger hjelp, møtet var',
    responsible: (name, reminders) =>
      reminders === 0
        ? `${name} er ansvarlig hos dere.`
        : `${name} er ansvarlig hos dere og har fått ${reminders === 1 ? 'én påminnelse' : `${reminders} påminnelser`}.`,
    nobody: 'Ingen er registrert som ansvarlig hos dere.',
    request: 'Sørg for at det blir gjort, eller pek ut en stedfortreder.',
    onBehalf: (coordinator, host) => `Meldingen er sendt for ${coordinator}, koordinator i ${host}.`,
    link: 'Se hva som mangler',
  },
  invitation: {
    action: (day, municipality) => `Svar på invitasjonen innen ${day}: blir ${municipality} med?`,
    subject: 'svar på invitasjonen innen',
    opening: (host, municipality, others) =>
      others > 0
        ? `${host} inviterer ${municipality} og ${others} ${others === 1 ? 'annen' : 'andre'} til å kjøpe sammen.`
        : `${host} inviterer ${municipality} til å kjøpe sammen.`,
    openingForHost: (host, others) =>
      `${host} er vert for kjøpet og har invitert ${others} ${others === 1 ? 'annen' : 'andre'}. Også verten må vedta om den selv er med.`,
    archiveCopy: (municipality, contact) =>
      `Til postmottaket i ${municipality}. Dette er kopien til arkivet: ${contact} har fått den samme invitasjonen.`,
    steps: [
      'Velg for hver del om dere deltar, deltar med opsjon eller ikke deltar.',
      'Bekreft hvem som behandler og avgjør saken hos dere.',
      'Meld inn mengdene dere regner med.',
    ],
    decideBy: (day) => `Vedtaket hos dere må være klart innen ${day}.`,
    silence: (municipality) => `Får vi ikke svar, regnes ${municipality} ikke som deltaker.`,
    link: 'Svar på invitasjonen',
  },
  proposal: {
    action: (day, count, municipalities) =>
      `Vurder samordningsforslaget fra ${day}: ${count} behov fra ${municipalities} kan høre sammen.`,
    subject: 'nytt samordningsforslag',
    municipalities: (count) => `${count} kommuner`,
    needs: 'Behovene',
    reasons: 'Hvorfor de kan høre sammen',
    twoPeople:
      'Ingenting blir slått sammen før to personer har godtatt det. Forslaget står til det er godtatt eller avvist.',
    link: 'Vurder forslaget',
  },
};

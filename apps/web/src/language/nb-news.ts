/** Bokmål: what is new. */
export const news = {
  news: {
    title: 'Nytt',
    intro: 'Dette har andre gjort de siste 30 dagene, i saker som angår deg.',
    none: 'Ingenting nytt de siste 30 dagene.',
    unseen: (number: number) => (number === 0 ? 'Ingenting du ikke har sett.' : `${number} du ikke har sett`),
    markSeen: 'Merk alt som sett',
    new: 'Ny',
  },
  newsKinds: {
    INVITED: (who: string) => `${who} er invitert.`,
    ROUTE_ADJUSTED: (who: string) => `${who} har endret saksgangen sin.`,
    SUBMITTED: (who: string, step: string, date: string) => `${who}: Saken er meldt til ${step} ${date}.`,
    DECIDED: (who: string, step: string, outcome: string) => `${step} i ${who}: ${outcome}.`,
    DECISION_SUPERSEDED: (who: string, step: string, outcome: string) =>
      `${step} i ${who} har nytt vedtak: ${outcome}.`,
    MEETING_CANCELLED: (who: string, step: string) => `${who}: Møtet er avlyst. Meld saken til et nytt møte: ${step}.`,
    PARTS_CHOSEN: (who: string) => `${who} har valgt hva kommunen deltar i.`,
    GAIN_CONFIRMED: (who: string) => `${who} har bekreftet den lokale gevinsten.`,
    VOLUMES_DECLARED: (who: string) => `${who} har meldt inn mengdene.`,
    CONDITION_SETTLED: (who: string, state: string) => `${who}: Et vilkår er ${state}.`,
    ATTORNEY_RECORDED: (who: string) => `${who} har registrert fullmakten.`,
    ATTORNEY_WITHDRAWN: (who: string) => `${who} har trukket fullmakten tilbake.`,
    LEFT: (who: string) => `${who} har meldt seg ut av saken. Se hva det endrer for de andre.`,
    LEGALITY_REVIEW: (who: string) => `${who}: Lovlighetskontrollen er krevd eller avgjort.`,
    STATE_CHANGED: (who: string, state: string) => `${who} har fått statusen «${state}».`,
    DEADLINE_MOVED: (date: string) => `Fristen for alle er flyttet til ${date}.`,
    REPORT_FROZEN: (version: string) => `Versjon ${version} av den samlede behovsrapporten er låst.`,
    PARTICIPANTS_FROZEN: 'Deltakerne i den felles konkurransen er låst.',
    CASE_PAUSED: 'Saken er satt på pause.',
    CASE_RESUMED: 'Saken går videre.',
    CASE_CANCELLED: 'Saken er avlyst.',
    QUESTION_ASKED: (who: string, byHost: boolean) =>
      byHost ? `Verten har stilt ${who} et spørsmål.` : `${who} har stilt verten et spørsmål.`,
    QUESTION_ANSWERED: (who: string, byHost: boolean) =>
      byHost ? `${who} har svart på et spørsmål fra verten.` : `Verten har svart på et spørsmål fra ${who}.`,
    ANSWER_SHARED: (who: string) => `Verten har delt svaret på et spørsmål fra ${who} med alle.`,
    NOTE_SHARED: (who: string) => `Et notat om ${who} er delt.`,
  },
};

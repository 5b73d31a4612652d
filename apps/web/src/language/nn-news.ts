import type { Said } from './catalogue';
import type { news as nb } from './nb-news';

/** Nynorsk: what is new. */
export const news: Said<typeof nb> = {
  news: {
    title: 'Nytt',
    intro: 'Dette har andre gjort dei siste 30 dagane, i saker som vedkjem deg.',
    none: 'Ingenting nytt dei siste 30 dagane.',
    unseen: (number) => (number === 0 ? 'Ingenting du ikkje har sett.' : `${number} du ikkje har sett`),
    markSeen: 'Merk alt som sett',
    new: 'Ny',
  },
  newsKinds: {
    INVITED: (who) => `${who} er invitert.`,
    ROUTE_ADJUSTED: (who) => `${who} har endra saksgangen sin.`,
    SUBMITTED: (who, step, date) => `${who}: Saka er meld til ${step} ${date}.`,
    DECIDED: (who, step, outcome) => `${step} i ${who}: ${outcome}.`,
    DECISION_SUPERSEDED: (who, step, outcome) => `${step} i ${who} har nytt vedtak: ${outcome}.`,
    MEETING_CANCELLED: (who, step) => `${who}: Møtet er avlyst. Meld saka til eit nytt møte: ${step}.`,
    PARTS_CHOSEN: (who) => `${who} har valt kva kommunen deltek i.`,
    GAIN_CONFIRMED: (who) => `${who} har stadfesta den lokale gevinsten.`,
    VOLUMES_DECLARED: (who) => `${who} har meldt inn mengdene.`,
    CONDITION_SETTLED: (who, state) => `${who}: Eit vilkår er ${state}.`,
    ATTORNEY_RECORDED: (who) => `${who} har registrert fullmakta.`,
    ATTORNEY_WITHDRAWN: (who) => `${who} har trekt fullmakta tilbake.`,
    LEFT: (who) => `${who} har meldt seg ut av saka. Sjå kva det endrar for dei andre.`,
    LEGALITY_REVIEW: (who) => `${who}: Lovlegkontrollen er kravd eller avgjord.`,
    STATE_CHANGED: (who, state) => `${who} har fått statusen «${state}».`,
    DEADLINE_MOVED: (date) => `Fristen for alle er flytta til ${date}.`,
    REPORT_FROZEN: (version) => `Versjon ${version} av den samla behovsrapporten er låst.`,
    PARTICIPANTS_FROZEN: 'Deltakarane i den felles konkurransen er låste.',
    CASE_PAUSED: 'Saka er sett på pause.',
    CASE_RESUMED: 'Saka går vidare.',
    CASE_CANCELLED: 'Saka er avlyst.',
    QUESTION_ASKED: (who: string, byHost: boolean) =>
      byHost ? `Verten har stilt ${who} eit spørsmål.` : `${who} har stilt verten eit spørsmål.`,
    QUESTION_ANSWERED: (who: string, byHost: boolean) =>
      byHost ? `${who} har svart på eit spørsmål frå verten.` : `Verten har svart på eit spørsmål frå ${who}.`,
    ANSWER_SHARED: (who: string) => `Verten har delt svaret på eit spørsmål frå ${who} med alle.`,
    NOTE_SHARED: (who: string) => `Eit notat om ${who} er delt.`,
  },
};

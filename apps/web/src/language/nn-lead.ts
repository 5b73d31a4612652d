import type { Said } from './catalogue';
import type { lead as nb } from './nb-lead';

/** Nynorsk: what the host does with a case as such (R5b), the legality review of a decision, and a route that is changed. */
export const lead: Said<typeof nb> = {
  legality: {
    title: 'Lovlegkontroll',
    intro: 'Tre eller fleire i kommunestyret kan krevje lovlegkontroll av vedtaket. Fristen er tre veker.',
    demand: 'Registrer eit krav om kontroll',
    demandedOn: 'Dagen kravet kom',
    effect: 'Kommunen er ikkje rekna som forankra før kravet er avgjort.',
    demanded: 'Kravet er registrert.',
    pending: (day: string) =>
      `Lovlegkontroll vart kravd ${day}. Kommunen er ikkje rekna som forankra før kravet er avgjort.`,
    settle: 'Vedtaket blir ståande',
    settleHelp:
      'Stadfest når svaret seier at vedtaket er lovleg. Er det ugyldig, så før det nye vedtaket på leddet i saksgangen.',
    settled: 'Kontrollen er avslutta. Vedtaket blir ståande.',
  },
  lead: {
    title: 'Styr saka',
    deadline: 'Flytt fristen',
    newDeadline: 'Ny frist for vedtak',
    deadlineHelp: 'Alle planar blir rekna på nytt, og kommunane ser den nye fristen.',
    tryFirst: 'Sjå først kven som når han.',
    moved: (day: string) => `Fristen er flytta til ${day}.`,
    pause: 'Set saka på pause',
    resume: 'Ta opp att saka',
    cancel: 'Avlys saka',
    reason: 'Kvifor',
    reasonHelp: 'Alle som deltek, ser grunnen.',
    pausing: {
      act: 'Set saka på pause',
      help: 'Ingen blir purra før saka blir teken opp att.',
      done: 'Saka er sett på pause.',
    },
    resuming: {
      act: 'Ta opp att saka',
      help: 'Planane blir rekna på nytt, og kommunane blir spurde igjen.',
      done: 'Saka er teken opp att.',
    },
    cancelling: {
      act: 'Avlys saka',
      help: 'Det kan ikkje gjerast om. Alt som er ført, kan framleis lesast.',
      done: 'Saka er avlyst.',
    },
  },
  adjust: {
    title: 'Endre saksgangen',
    help: 'Avgjorde ledd står fast. Datoane blir rekna på nytt når du lagrar.',
    fixed: (step: string, name: string) => `${step}, ${name}: avgjort.`,
    notRequired: (name: string) => `Trengst ikkje: ${name}`,
    nobodyDecides: 'Nokon må vedta. La minst eitt ledd vedta saka.',
    save: 'Lagre saksgangen',
    saved: 'Saksgangen er endra, og datoane er rekna på nytt.',
  },
};

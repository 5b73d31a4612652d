/** Bokmål: the head of the page, what is new, what is decided in a step. */
export const around = {
  around: {
    menu: 'Meny',
    closeMenu: 'Lukk',
    needPlaces: 'Behov og forslag',
    languageFollows: 'Som kommunen',
    languageAlsoMails: 'Gjelder også e-postene du får.',
  },
  work: {
    lastMeeting: (meeting: string, papers: string) =>
      `Siste møte som holder, er ${meeting}. Papirene må være inne ${papers}.`,
    nothing: 'Ingen oppgaver med frist nå',
    mailComes: 'Du får en e-post når det er noe du skal gjøre.',
    planned: (date: string) => `Etter planen ${date}`,
    running: 'Saker som går nå',
    decideBy: (date: string) => `Alle kommuner skal ha vedtatt innen ${date}.`,
  },
};

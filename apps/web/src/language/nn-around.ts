/** Nynorsk: the head of the page, what is new, what is decided in a step. */
export const around = {
  around: {
    menu: 'Meny',
    closeMenu: 'Lukk',
    needPlaces: 'Behov og framlegg',
    languageFollows: 'Som kommunen',
    languageAlsoMails: 'Gjeld òg e-postane du får.',
  },
  work: {
    lastMeeting: (meeting: string, papers: string) =>
      `Siste møte som held, er ${meeting}. Papira må vere inne ${papers}.`,
    nothing: 'Ingen oppgåver med frist no',
    mailComes: 'Du får ein e-post når det er noko du skal gjere.',
    planned: (date: string) => `Etter planen ${date}`,
    running: 'Saker som går no',
    decideBy: (date: string) => `Alle kommunar skal ha vedteke innan ${date}.`,
  },
};

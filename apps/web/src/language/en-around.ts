/** English: the head of the page, what is new, what is decided in a step. */
export const around = {
  around: {
    menu: 'Menu',
    closeMenu: 'Close',
    needPlaces: 'Needs and proposals',
    languageFollows: 'As the municipality',
    languageAlsoMails: 'Also the language of the mails you get.',
  },
  work: {
    lastMeeting: (meeting: string, papers: string) =>
      `The last meeting that still works is ${meeting}. Papers by ${papers}.`,
    nothing: 'No task with a due date now',
    mailComes: 'You get a mail when there is something for you to do.',
    planned: (date: string) => `As planned ${date}`,
    running: 'Cases under way',
    decideBy: (date: string) => `All municipalities are to have decided by ${date}.`,
  },
};

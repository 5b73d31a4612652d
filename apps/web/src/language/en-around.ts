/** English: the head of the page, what is new, what is decided in a step. */
export const around = {
  around: {
    menu: 'Menu',
    closeMenu: 'Close',
    needPlaces: 'Needs and proposals',
    languageAlsoMails: 'Also the language of the mails you get.',
  },
};

/** Bokmål: the head of the page, what is new, what is decided in a step. */
export const around = {
  around: {
    menu: 'Meny',
    closeMenu: 'Lukk',
    needPlaces: 'Behov og forslag',
    languageAlsoMails: 'Gjelder også e-postene du får.',
  },
};

/** Nynorsk: what is said when something does not work, and what to do then. */
export const errors = {
  errors: {
    endedTitle: 'Du er logga ut',
    ended: 'Det du har skrive, står her framleis. Logg inn i ei ny fane, og kom tilbake hit.',
    newTab: 'Logg inn i ei ny fane',
    here: 'Logg inn her',
    offline: 'Du er utan nett. Sida held fram når nettet er tilbake.',
    tooOftenTitle: 'For mange førespurnader',
    tooOften: 'Vent eitt minutt, og prøv igjen.',
    noPageTitle: 'Sida finst ikkje',
    noPage: 'Kontroller adressa, eller gå vidare frå ei av sidene under.',
    noThingTitle: 'Vi finn ikkje det du leitar etter',
    noThing: 'Det er fjerna, eller du har ikkje tilgang til det.',
    actsFor: (organisation: string) => `Du handlar no for ${organisation}.`,
    change: 'Byt kven du handlar for',
    ask: 'Treng du tilgang, så spør koordinatoren i kommunen din.',
    back: 'Gå tilbake',
    onward: 'Gå vidare til',
    copy: 'Kopier nummeret',
    copied: 'Nummeret er kopiert.',
  },
};

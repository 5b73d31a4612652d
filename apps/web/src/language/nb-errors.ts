/** Bokmål: what is said when something does not work, and what to do then. */
export const errors = {
  errors: {
    endedTitle: 'Du er logget ut',
    ended: 'Det du har skrevet, står her fortsatt. Logg inn i en ny fane, og kom tilbake hit.',
    newTab: 'Logg inn i en ny fane',
    here: 'Logg inn her',
    offline: 'Du er uten nett. Siden fortsetter når nettet er tilbake.',
    tooOftenTitle: 'For mange forespørsler',
    tooOften: 'Vent et minutt, og prøv igjen.',
    noPageTitle: 'Siden finnes ikke',
    noPage: 'Kontroller adressen, eller gå videre fra en av sidene under.',
    noThingTitle: 'Vi finner ikke det du leter etter',
    noThing: 'Det er fjernet, eller du har ikke tilgang til det.',
    actsFor: (organisation: string) => `Du handler nå for ${organisation}.`,
    change: 'Bytt hvem du handler for',
    ask: 'Trenger du tilgang, så spør koordinatoren i kommunen din.',
    back: 'Gå tilbake',
    onward: 'Gå videre til',
    copy: 'Kopier nummeret',
    copied: 'Nummeret er kopiert.',
  },
};

/** Bokmål: log-in with a provider, for whom one acts, log-out. */
export const session = {
  session: {
    logInWith: (provider: string) => `Logg inn med ${provider}`,
    standIn: (provider: string) =>
      `Her svarer en etterligning av ${provider}, for utvikling og demo: du velger hvem du vil være.`,
    demoTitle: 'Gå rett inn som en demoperson',
    language: 'Språk',
    failedTitle: 'Innloggingen gikk ikke',
    asSomebodyElse: 'Logg inn som en annen',
    failures: {
      NOT_SET_UP: {
        title: 'Innlogging er ikke satt opp',
        advice: 'Tjenesten har ingen innloggingstjeneste å sende deg til. Si fra til dem som drifter Samanker.',
      },
      CANCELLED: { title: 'Du avbrøt innloggingen', advice: 'Ingenting er endret. Du kan logge inn når du vil.' },
      EXPIRED: {
        title: 'Innloggingen ble ikke fullført',
        advice: 'Den tok for lang tid, ble fullført to ganger, eller ble startet i en annen nettleser. Prøv igjen.',
      },
      PROVIDER_AWAY: {
        title: 'Innloggingstjenesten svarer ikke',
        advice: 'Prøv igjen om noen minutter. Det er ikke noe galt med brukeren din.',
      },
      NOT_TRUSTED: {
        title: 'Vi kunne ikke stole på svaret fra innloggingstjenesten',
        advice: 'Prøv igjen. Skjer det på nytt, så si fra til dem som drifter Samanker.',
      },
      UNSUITABLE: {
        title: 'Denne innloggingen kan ikke brukes',
        advice: 'Den kjenner deg igjen på fødselsnummeret, og det lagrer vi ikke. Si fra til dem som drifter Samanker.',
      },
      UNKNOWN_PERSON: {
        title: 'Innloggingen din er ikke koblet til noen',
        advice:
          'Er du registrert med e-postadressen din på jobb, kobler du deg til under, én gang. Er du ikke det, så be koordinatoren i kommunen din om å registrere deg.',
      },
      NO_ROLE: {
        title: 'Du har ingen rolle for denne virksomheten',
        advice: 'Logg inn for en virksomhet der du har en rolle. Eller be koordinatoren i kommunen din om en.',
      },
    },
    connect: 'Koble innloggingen til deg',
    connectIntro: 'Vi sender en kode til e-postadressen som du er registrert med. Neste gang er innloggingen nok.',
    title: 'Innloggingen din',
    link: 'Innloggingen din',
    intro: (person: string, organisation: string) => `Du er logget inn som ${person}, for ${organisation}.`,
    actFor: 'Hvem du handler for',
    now: 'Nå',
    change: (organisation: string) => `Bytt til ${organisation}`,
    limits: 'Du logges ut automatisk etter to timer uten bruk. Det skjer uansett etter tolv timer.',
    logOutHere: 'Logg ut her',
    logOutEverywhere: 'Logg ut overalt',
    notDone: 'Det gikk ikke. Prøv igjen.',
  },
};

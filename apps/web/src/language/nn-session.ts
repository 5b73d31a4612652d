import type { Catalogue } from './catalogue';

/** Nynorsk: log-in with a provider, for whom one acts, log-out. */
export const session: Pick<Catalogue, 'session'> = {
  session: {
    logInWith: (provider: string) => `Logg inn med ${provider}`,
    standIn: (provider: string) =>
      `Her svarar ei etterlikning av ${provider}, for utvikling og demo: du vel kven du vil vere.`,
    demoTitle: 'Gå rett inn som ein demoperson',
    language: 'Språk',
    failedTitle: 'Innlogginga gjekk ikkje',
    asSomebodyElse: 'Logg inn som ein annan',
    failures: {
      NOT_SET_UP: {
        title: 'Innlogging er ikkje sett opp',
        advice: 'Tenesta har inga innloggingsteneste å sende deg til. Sei frå til dei som driftar Samanker.',
      },
      CANCELLED: { title: 'Du avbraut innlogginga', advice: 'Ingenting er endra. Du kan logge inn når du vil.' },
      EXPIRED: {
        title: 'Innlogginga vart ikkje fullført',
        advice: 'Ho tok for lang tid, vart fullført to gonger, eller vart starta i ein annan nettlesar. Prøv igjen.',
      },
      PROVIDER_AWAY: {
        title: 'Innloggingstenesta svarar ikkje',
        advice: 'Prøv igjen om nokre minutt. Det er ikkje noko gale med brukaren din.',
      },
      NOT_TRUSTED: {
        title: 'Vi kunne ikkje stole på svaret frå innloggingstenesta',
        advice: 'Prøv igjen. Skjer det på nytt, så sei frå til dei som driftar Samanker.',
      },
      UNSUITABLE: {
        title: 'Denne innlogginga kan ikkje brukast',
        advice: 'Ho kjenner deg att på fødselsnummeret, og det lagrar vi ikkje. Sei frå til dei som driftar Samanker.',
      },
      UNKNOWN_PERSON: {
        title: 'Innlogginga di er ikkje kopla til nokon',
        advice:
          'Er du registrert med e-postadressa di på jobb, koplar du deg til under, éin gong. Er du ikkje det, så be koordinatoren i kommunen din om å registrere deg.',
      },
      NO_ROLE: {
        title: 'Du har inga rolle for denne verksemda',
        advice: 'Logg inn for ei verksemd der du har ei rolle. Eller be koordinatoren i kommunen din om ei.',
      },
    },
    connect: 'Kople innlogginga til deg',
    connectIntro: 'Vi sender ein kode til e-postadressa som du er registrert med. Neste gong er innlogginga nok.',
    title: 'Innlogginga di',
    link: 'Innlogginga di',
    intro: (person: string, organisation: string) => `Du er logga inn som ${person}, for ${organisation}.`,
    actFor: 'Kven du handlar for',
    now: 'No',
    change: (organisation: string) => `Byt til ${organisation}`,
    limits: 'Du blir logga ut automatisk etter to timar utan bruk. Det skjer uansett etter tolv timar.',
    logOutHere: 'Logg ut her',
    logOutEverywhere: 'Logg ut overalt',
    notDone: 'Det gjekk ikkje. Prøv igjen.',
  },
};

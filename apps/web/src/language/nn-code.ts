import type { Catalogue } from './catalogue';

/** Nynorsk: log-in by a one-time code to the work address. */
export const code: Pick<Catalogue, 'codeLogIn' | 'regionLogIn'> = {
  codeLogIn: {
    title: 'Få kode på e-post',
    intro:
      'Koden er nok til å føre mengder og registrere vedtak. Til alt anna må du logge inn med ID-porten eller pålogginga til kommunen.',
    email: 'E-postadressa di på jobb',
    send: 'Send kode',
    sent: (email: string) =>
      `Viss ${email} er registrert, er ein kode på veg. Han kjem vanlegvis innan eit minutt og gjeld i ti minutt.`,
    code: 'Koden frå e-posten',
    codeForm: 'Åtte siffer.',
    logIn: 'Logg inn',
    another: 'Bruk ei anna adresse, eller be om ein ny kode',
    notAnAddress: 'Skriv éi gyldig e-postadresse.',
    notACode: 'Skriv dei åtte siffera frå e-posten.',
    wrong: 'Koden er feil, brukt eller for gammal. Sjå etter den nyaste e-posten, eller be om ein ny kode.',
    tooOften: 'Du har prøvd for mange gonger. Vent eit minutt og prøv igjen.',
    failed: 'Det gjekk ikkje. Kontroller nettsambandet og prøv igjen.',
    notice:
      'Du er logga inn med eingongskode. Han er nok til å føre mengder og registrere vedtak. Til alt anna må du logge ut og logge inn med ID-porten eller pålogginga til kommunen.',
  },
  regionLogIn: {
    title: 'Innlogging med kode',
    allowed: 'Alle i regionen kan logge inn med kode på e-post.',
    notAllowed: 'Ingen kan logge inn med kode på e-post.',
    endHelp: 'Slår du av, blir dei som er inne med kode, logga ut.',
    allowHelp: 'Koden er nok til å føre mengder og registrere vedtak. Alt anna krev sterkare innlogging.',
    allow: 'Slå på kode',
    end: 'Slå av kode',
  },
};

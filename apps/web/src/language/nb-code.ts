/** Bokmål: log-in by a one-time code to the work address. */
export const code = {
  codeLogIn: {
    title: 'Få kode på e-post',
    intro:
      'Koden er nok til å føre mengder og registrere vedtak. Til alt annet må du logge inn med ID-porten eller kommunens pålogging.',
    email: 'E-postadressen din på jobb',
    send: 'Send kode',
    sent: (email: string) =>
      `Hvis ${email} er registrert, er en kode på vei. Den kommer vanligvis innen et minutt og gjelder i ti minutter.`,
    code: 'Koden fra e-posten',
    codeForm: 'Åtte siffer.',
    logIn: 'Logg inn',
    another: 'Bruk en annen adresse, eller be om en ny kode',
    notAnAddress: 'Skriv én gyldig e-postadresse.',
    notACode: 'Skriv de åtte sifrene fra e-posten.',
    wrong: 'Koden er feil, brukt eller for gammel. Se etter den nyeste e-posten, eller be om en ny kode.',
    tooOften: 'Du har prøvd for mange ganger. Vent et minutt og prøv igjen.',
    failed: 'Det gikk ikke. Kontroller nettforbindelsen og prøv igjen.',
    notice:
      'Du er logget inn med engangskode. Den er nok til å føre mengder og registrere vedtak. Til alt annet må du logge ut og logge inn med ID-porten eller kommunens pålogging.',
  },
  regionLogIn: {
    title: 'Innlogging med kode',
    allowed: 'Alle i regionen kan logge inn med kode på e-post.',
    notAllowed: 'Ingen kan logge inn med kode på e-post.',
    endHelp: 'Slår du av, blir de som er inne med kode, logget ut.',
    allowHelp: 'Koden er nok til å føre mengder og registrere vedtak. Alt annet krever sterkere innlogging.',
    allow: 'Slå på kode',
    end: 'Slå av kode',
  },
};

/** Bokmål: the administration and its organisations. */
export const administration = {
  administration: {
    cancel: 'Avbryt',
    title: 'Administrasjon',
    intro: (organisation: string) => `Her holder du orden på det som gjelder ${organisation}.`,
    nothing:
      'Du har ingen rolle som styrer noe her. Koordinatoren i kommunen din kan gi deg en rolle eller endre noe for deg.',
    whose: 'Hvem det gjelder',
    wholeRegion: 'Regionen som helhet',
  },
  organisations: {
    title: 'Virksomheter',
    about: 'Se hvem som er med i regionen, og hvor postmottaket tar imot e-post.',
    intro: 'Disse er med i regionen i dag. Postmottaket får e-posten når ingen i virksomheten har rollen.',
    none: 'Ingen virksomheter er med i regionen ennå.',
    name: 'Navn',
    number: 'Nummer',
    population: 'Innbyggere',
    written: 'Skriftspråk',
    officialAddress: 'Postmottak',
    noAddress: 'Mangler',
    addressOf: (name: string) => `Postmottaket i ${name}`,
    addressHelp: 'Én e-postadresse. La feltet stå tomt om det ikke finnes noen.',
    change: 'Endre',
    saved: (name: string) => `Postmottaket i ${name} er lagret.`,
  },
  organisationKinds: {
    MUNICIPALITY: 'Kommune',
    COUNTY: 'Fylkeskommune',
    INTERMUNICIPAL_COMPANY: 'Interkommunalt selskap',
    MUNICIPAL_ENTERPRISE: 'Kommunalt foretak',
    CHURCH_COUNCIL: 'Kirkelig fellesråd',
    CENTRAL_PURCHASING_BODY: 'Innkjøpssentral',
  },
  writtenLanguages: { NB: 'Bokmål', NN: 'Nynorsk', NEUTRAL: 'Ikke bestemt' },
};

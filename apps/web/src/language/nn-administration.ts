import type { Catalogue } from './catalogue';

type Words = 'administration' | 'organisations' | 'organisationKinds' | 'writtenLanguages';

/** Nynorsk: the administration and its organisations. */
export const administration: Pick<Catalogue, Words> = {
  administration: {
    cancel: 'Avbryt',
    title: 'Administrasjon',
    intro: (organisation: string) => `Her held du orden på det som gjeld ${organisation}.`,
    nothing:
      'Du har inga rolle som styrer noko her. Koordinatoren i kommunen din kan gi deg ei rolle eller endre noko for deg.',
    whose: 'Kven det gjeld',
    wholeRegion: 'Regionen som heilskap',
  },
  organisations: {
    title: 'Verksemder',
    about: 'Sjå kven som er med i regionen, og kvar postmottaket tek imot e-post.',
    intro: 'Desse er med i regionen i dag. Postmottaket får e-posten når ingen i verksemda har rolla.',
    none: 'Ingen verksemder er med i regionen enno.',
    name: 'Namn',
    number: 'Nummer',
    population: 'Innbyggjarar',
    written: 'Skriftspråk',
    officialAddress: 'Postmottak',
    noAddress: 'Manglar',
    addressOf: (name: string) => `Postmottaket i ${name}`,
    addressHelp: 'Éi e-postadresse. La feltet stå tomt om det ikkje finst noka.',
    change: 'Endre',
    saved: (name: string) => `Postmottaket i ${name} er lagra.`,
  },
  organisationKinds: {
    MUNICIPALITY: 'Kommune',
    COUNTY: 'Fylkeskommune',
    INTERMUNICIPAL_COMPANY: 'Interkommunalt selskap',
    MUNICIPAL_ENTERPRISE: 'Kommunalt føretak',
    CHURCH_COUNCIL: 'Kyrkjeleg fellesråd',
    CENTRAL_PURCHASING_BODY: 'Innkjøpssentral',
  },
  writtenLanguages: { NB: 'Bokmål', NN: 'Nynorsk', NEUTRAL: 'Ikkje bestemt' },
};

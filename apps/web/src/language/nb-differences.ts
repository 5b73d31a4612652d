/** Texts about what has changed in a report, and volumes per municipality, in Bokmål. */
export const differences = {
  differences: {
    title: 'Endringer',
    from: 'Fra',
    to: 'Til',
    now: 'Nå',
    none: 'Ingen endringer.',
    count: (number: number) => (number === 1 ? 'Én endring.' : `${number} endringer.`),
    between: (from: string, to: string) => `Endringer: ${from} – ${to}`,
    topics: {
      case: 'Saken',
      participants: 'Deltakere',
      values: 'Verdi',
      items: 'Varer og mengder',
      municipalities: 'Mengder per kommune',
    },
    about: 'Gjelder',
    year: 'År',
    before: 'Før',
    after: 'Nå',
    change: 'Endring',
    inWords: 'I ord',
    perMunicipality: 'Mengder per kommune',
    modelled: 'modellert',
    missingMended: (who: string) => `Kan ordnes av ${who}.`,
  },
};

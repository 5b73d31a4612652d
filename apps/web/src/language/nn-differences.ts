/** Texts about what has changed in a report, and volumes per municipality, in Nynorsk. */
export const differences = {
  differences: {
    title: 'Endringar',
    from: 'Frå',
    to: 'Til',
    now: 'No',
    none: 'Ingen endringar.',
    count: (number: number) => (number === 1 ? 'Éi endring.' : `${number} endringar.`),
    between: (from: string, to: string) => `Endringar: ${from} – ${to}`,
    topics: {
      case: 'Saka',
      participants: 'Deltakarar',
      values: 'Verdi',
      items: 'Varer og mengder',
      municipalities: 'Mengder per kommune',
    },
    about: 'Gjeld',
    year: 'År',
    before: 'Før',
    after: 'No',
    change: 'Endring',
    inWords: 'I ord',
    perMunicipality: 'Mengder per kommune',
    modelled: 'modellert',
    missingMended: (who: string) => `Kan ordnast av ${who}.`,
  },
};

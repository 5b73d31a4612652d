/** Texts about what has changed in a report, and volumes per municipality, in English. */
export const differences = {
  differences: {
    title: 'Changes',
    from: 'From',
    to: 'To',
    now: 'Now',
    none: 'No changes.',
    count: (number: number) => (number === 1 ? 'One change.' : `${number} changes.`),
    between: (from: string, to: string) => `Changes: ${from} – ${to}`,
    topics: {
      case: 'The case',
      participants: 'Participants',
      values: 'Value',
      items: 'Items and quantities',
      municipalities: 'Quantities per municipality',
    },
    about: 'About',
    year: 'Year',
    before: 'Before',
    after: 'Now',
    change: 'Change',
    inWords: 'In words',
    perMunicipality: 'Quantities per municipality',
    modelled: 'modelled',
    missingMended: (who: string) => `Can be mended by ${who}.`,
  },
};

/** Texts about tables as files, in Bokmål. */
export const documents = {
  documents: {
    csv: 'Last ned CSV',
    asTable: (title: string) => `Vis som tabell: ${title}`,
    noRows: 'Ingen rader å vise.',
  },
};

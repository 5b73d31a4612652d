/** Texts about tables as files, in English. */
export const documents = {
  documents: {
    csv: 'Download CSV',
    asTable: (title: string) => `Show as a table: ${title}`,
    noRows: 'No rows to show.',
  },
};

/** Texts about tables as files, in English. */
export const documents = {
  documents: {
    csv: 'Download CSV',
    asTable: (title: string) => `Show as a table: ${title}`,
    report: 'Download the report',
    noRows: 'No rows to show.',
  },
  excel: {
    title: 'Excel',
    download: 'Download Excel',
    upload: 'Upload Excel',
    help: 'You see what would change before anything is used.',
    reading: 'Reading the file …',
    tooLarge: 'The file is too large. Download the sheet again and fill in that.',
    nothing: (quantities: number) => `The file says the same as the sheet (${quantities} figures). Nothing to use.`,
    faults: (number: number) => (number === 1 ? 'One cell must be mended' : `${number} cells must be mended`),
    changes: (number: number) => (number === 1 ? 'One figure changes' : `${number} figures change`),
    cell: 'Cell',
    what: 'What is wrong',
    year: 'Year',
    before: 'Now',
    after: 'In the file',
    take: 'Use these figures',
    leave: 'Leave it',
    taken: (number: number) => `${number} figures were put into the sheet. Look them over and declare.`,
    saving: 'Saving …',
  },
};

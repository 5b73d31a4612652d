/** Texts about tables as files, in Bokmål. */
export const documents = {
  documents: {
    csv: 'Last ned CSV',
    asTable: (title: string) => `Vis som tabell: ${title}`,
    report: 'Last ned rapporten',
    noRows: 'Ingen rader å vise.',
  },
  excel: {
    title: 'Excel',
    download: 'Last ned Excel',
    upload: 'Last opp Excel',
    help: 'Du ser hva som endres før noe tas i bruk.',
    reading: 'Leser filen …',
    tooLarge: 'Filen er for stor. Last ned arket på nytt, og fyll ut det.',
    nothing: (quantities: number) => `Filen sier det samme som arket (${quantities} tall). Ingenting å ta i bruk.`,
    faults: (number: number) => (number === 1 ? 'Én celle må rettes' : `${number} celler må rettes`),
    changes: (number: number) => (number === 1 ? 'Ett tall blir endret' : `${number} tall blir endret`),
    cell: 'Celle',
    what: 'Hva er galt',
    year: 'År',
    before: 'Nå',
    after: 'I filen',
    take: 'Ta i bruk',
    leave: 'La være',
    taken: (number: number) => `${number} tall er satt inn i arket. Se over dem og meld inn.`,
    saving: 'Lagrer …',
  },
};

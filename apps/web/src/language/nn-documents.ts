/** Texts about tables as files, in Nynorsk. */
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
    help: 'Du ser kva som blir endra før noko blir teke i bruk.',
    reading: 'Les fila …',
    tooLarge: 'Fila er for stor. Last ned arket på nytt, og fyll ut det.',
    nothing: (quantities: number) => `Fila seier det same som arket (${quantities} tal). Ingenting å ta i bruk.`,
    faults: (number: number) => (number === 1 ? 'Éi celle må rettast' : `${number} celler må rettast`),
    changes: (number: number) => (number === 1 ? 'Eitt tal blir endra' : `${number} tal blir endra`),
    cell: 'Celle',
    what: 'Kva er gale',
    year: 'År',
    before: 'No',
    after: 'I fila',
    take: 'Ta i bruk',
    leave: 'La vere',
    taken: (number: number) => `${number} tal er sette inn i arket. Sjå over dei og meld inn.`,
    saving: 'Lagrar …',
  },
};

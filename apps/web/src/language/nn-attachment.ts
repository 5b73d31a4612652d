/** Texts about files, in Nynorsk. */
export const attachment = {
  attachment: {
    minutes: 'Møteboka eller vedtaket som fil',
    help: 'PDF på høgst 25 MB. Ei lenkje til arkivet er like god.',
    sending: 'Fila blir lasta opp …',
    underWay: 'Vent til fila er lasta opp.',
    sent: (name: string, megabytes: string) => `${name} (${megabytes} MB) er lasta opp.`,
    remove: 'Fjern fila',
    stop: 'Avbryt opplastinga',
    tooLarge: 'Fila er større enn 25 MB. Vel ei mindre, eller bruk ei lenkje til arkivet.',
    notPdf: 'Fila er ikkje ein PDF. Lagre ho som PDF og vel ho på nytt.',
    failed: 'Fila kom ikkje fram. Vel ho på nytt.',
  },
};

/** Texts about files, in Bokmål. */
export const attachment = {
  attachment: {
    minutes: 'Møteprotokollen eller vedtaket som fil',
    help: 'PDF på høyst 25 MB. En lenke til arkivet er like god.',
    sending: 'Filen lastes opp …',
    underWay: 'Vent til filen er lastet opp.',
    sent: (name: string, megabytes: string) => `${name} (${megabytes} MB) er lastet opp.`,
    remove: 'Fjern filen',
    stop: 'Avbryt opplastingen',
    tooLarge: 'Filen er større enn 25 MB. Velg en mindre, eller bruk en lenke til arkivet.',
    notPdf: 'Filen er ikke en PDF. Lagre den som PDF og velg den på nytt.',
    failed: 'Filen kom ikke fram. Velg den på nytt.',
  },
};

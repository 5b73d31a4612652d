/** Bokmål: what the host registers on a municipality's written behalf (R29). */
export const behalf = {
  behalf: {
    note: 'Du handler på vegne av kommunen. Det blir stående for alltid.',
    because: 'Hvorfor fører dere dette for kommunen?',
    evidence: 'Skriftlig anmodning fra kommunen',
    evidenceHelp: 'Har du ingen fil, skriv arkivreferansen eller en lenke som begynner med https://.',
    file: 'Anmodningen som fil',
    open: 'Åpne anmodningen (PDF)',
    kept: 'Ligger som fil hos partene.',
    enclosed: 'Vedlagt som fil',
    mark: 'Ført av verten på vegne av kommunen',
    title: 'Ført på vegne av kommunen',
    acts: {
      chooseParts: 'Valg av deler',
      confirmLocalGain: 'Bekreftelse av gevinsten',
      recordLegalityReview: 'Lovlighetskontroll',
      recordPowerOfAttorney: 'Fullmakt',
      withdrawPowerOfAttorney: 'Tilbaketrekking av fullmakten',
      declareVolumes: 'Mengder',
      adjustRoute: 'Endring av saksgangen',
      submitAnchoringStep: 'Innsending av saken',
      decideAnchoringStep: 'Vedtak',
      supersedeDecision: 'Nytt vedtak',
      recordDecisionDetails: 'Opplysninger om vedtaket',
      importRunningCase: 'Overføring fra regneark',
    },
  },
};

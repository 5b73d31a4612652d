/** Bokmål: what the host does with a case as such (R5b), the legality review of a decision, and a route that is changed. */
export const lead = {
  legality: {
    title: 'Lovlighetskontroll',
    intro: 'Tre eller flere i kommunestyret kan kreve lovlighetskontroll av vedtaket. Fristen er tre uker.',
    demand: 'Registrer et krav om kontroll',
    demandedOn: 'Dagen kravet kom',
    effect: 'Kommunen regnes ikke som forankret før kravet er avgjort.',
    demanded: 'Kravet er registrert.',
    pending: (day: string) =>
      `Lovlighetskontroll ble krevd ${day}. Kommunen regnes ikke som forankret før kravet er avgjort.`,
    settle: 'Vedtaket blir stående',
    settleHelp:
      'Bekreft når svaret sier at vedtaket er lovlig. Er det ugyldig, så før det nye vedtaket på leddet i saksgangen.',
    settled: 'Kontrollen er avsluttet. Vedtaket blir stående.',
  },
  lead: {
    title: 'Styr saken',
    deadline: 'Flytt fristen',
    newDeadline: 'Ny frist for vedtak',
    deadlineHelp: 'Alle planer regnes på nytt, og kommunene ser den nye fristen.',
    tryFirst: 'Se først hvem som når den.',
    moved: (day: string) => `Fristen er flyttet til ${day}.`,
    pause: 'Sett saken på pause',
    resume: 'Ta opp saken igjen',
    cancel: 'Avlys saken',
    reason: 'Hvorfor',
    reasonHelp: 'Alle som deltar, ser grunnen.',
    pausing: {
      act: 'Sett saken på pause',
      help: 'Ingen blir purret før saken tas opp igjen.',
      done: 'Saken er satt på pause.',
    },
    resuming: {
      act: 'Ta opp saken igjen',
      help: 'Planene regnes på nytt, og kommunene blir spurt igjen.',
      done: 'Saken er tatt opp igjen.',
    },
    cancelling: {
      act: 'Avlys saken',
      help: 'Det kan ikke gjøres om. Alt som er ført, kan fortsatt leses.',
      done: 'Saken er avlyst.',
    },
  },
  adjust: {
    title: 'Endre saksgangen',
    help: 'Avgjorte ledd står fast. Datoene regnes på nytt når du lagrer.',
    fixed: (step: string, name: string) => `${step}, ${name}: avgjort.`,
    notRequired: (name: string) => `Trengs ikke: ${name}`,
    nobodyDecides: 'Noen må vedta. La minst ett ledd vedta saken.',
    save: 'Lagre saksgangen',
    saved: 'Saksgangen er endret, og datoene er regnet på nytt.',
  },
};

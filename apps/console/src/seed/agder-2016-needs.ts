import type { SeedLanguage } from './agder-organisations';

/** How a municipality words its need: the problem before the solution (R15). Written for the demo. */
export interface NeedText {
  readonly title: string;
  readonly problem: string;
  readonly effect: string;
  readonly targetGroup: string;
  readonly currentSolution: string;
  readonly cpvCodes: readonly string[];
}

const BOKMAL: readonly NeedText[] = [
  {
    title: 'Digitale trygghetsalarmer for hjemmeboende eldre',
    problem:
      'De analoge trygghetsalarmene slutter å virke når telenettet legges om. Flere brukere står uten sikker forbindelse når de faller eller blir syke hjemme.',
    effect: 'Hjemmeboende eldre får svar når de varsler, hele døgnet.',
    targetGroup: 'Hjemmeboende eldre med vedtak om trygghetsalarm',
    currentSolution: 'Analoge alarmer koblet til sykehjemmets telefon.',
    cpvCodes: ['35121700', '79711000'],
  },
  {
    title: 'Nye trygghetsalarmer til hjemmeboende brukere',
    problem: 'Alarmene er gamle, og nattevakten bruker mye tid på å kjøre ut på varsler som ikke trenger utrykning.',
    effect: 'Færre unødige utrykninger om natten og raskere hjelp til dem som trenger det.',
    targetGroup: 'Brukere av hjemmetjenesten',
    currentSolution: 'Alarmer fra to leverandører, mottak på legevakten.',
    cpvCodes: ['35121700'],
  },
  {
    title: 'Trygghetsalarmer og varsling for eldre som bor hjemme',
    problem:
      'Flere vil bo hjemme lenger. Dagens alarmer varsler ikke ved fall eller når en person med demens går ut om natten.',
    effect: 'Flere kan bo trygt hjemme lenger, og pårørende er mindre bekymret.',
    targetGroup: 'Eldre og personer med kognitiv svikt som bor hjemme',
    currentSolution: 'Trygghetsalarm uten sensorer; tilsyn ved besøk.',
    cpvCodes: ['35121700', '33195000'],
  },
  {
    title: 'Mottak og oppfølging av trygghetsalarmer hele døgnet',
    problem:
      'Kommunen er for liten til å bemanne et mottak hele døgnet. Alarmer blir besvart av ansatte som samtidig har andre oppgaver.',
    effect: 'Alle alarmer blir besvart av noen som har det som oppgave.',
    targetGroup: 'Brukere med trygghetsalarm',
    currentSolution: 'Sykehjemmet svarer når det kan.',
    cpvCodes: ['35121700', '79711000'],
  },
];

const NYNORSK: readonly NeedText[] = [
  {
    title: 'Digitale tryggleiksalarmar for heimebuande eldre',
    problem:
      'Dei analoge tryggleiksalarmane sluttar å verke når telenettet blir lagt om. Fleire står utan sikkert samband når dei fell eller blir sjuke heime.',
    effect: 'Heimebuande eldre får svar når dei varslar, heile døgnet.',
    targetGroup: 'Heimebuande eldre med vedtak om tryggleiksalarm',
    currentSolution: 'Analoge alarmar kopla til telefonen på sjukeheimen.',
    cpvCodes: ['35121700', '79711000'],
  },
  {
    title: 'Tryggleiksalarmar og varsling for eldre som bur heime',
    problem: 'Avstandane er store, og nattevakta køyrer lange turar på varsel som ikkje treng utrykking.',
    effect: 'Færre unødige utrykkingar og raskare hjelp til dei som treng det.',
    targetGroup: 'Brukarar av heimetenesta',
    currentSolution: 'Alarmar frå ein leverandør, mottak på sjukeheimen.',
    cpvCodes: ['35121700'],
  },
];

/** The text of the n-th municipality of a written language; neutral ones write Bokmål. */
export function needText(language: SeedLanguage, n: number): NeedText {
  const texts = language === 'NN' ? NYNORSK : BOKMAL;
  return texts[n % texts.length]!;
}

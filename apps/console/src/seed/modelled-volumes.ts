import type { ScriptCell, ScriptItem } from './act';

/**
 * The volume model of the demo, marked MODELLED wherever it is shown. Alarms per person of 80 and over: the rates of Malvik
 * (12 per 1 000 inhabitants) and Trondheim (22.6) laid on Agder's 298 486 inhabitants give 3 600 to 6 750 alarms (facts of
 * the field, C11), that is 0.2943 to 0.5518 for each of the 12 232 persons over 80.
 */
const EXPECTED_PER_PERSON_OVER_80 = 3_600 / 12_232;
const MAXIMUM_PER_PERSON_OVER_80 = 6_750 / 12_232;

/** The contract: four years and two of extension. */
export const TERM = { firstYear: 2017, years: 4, optionYears: 2 } as const;

/** Shares of the alarms bought per year: a quick change to digital in the second year, replacements in the extensions. */
const SHARES = [0.2, 0.4, 0.25, 0.15, 0.1, 0.1];

/** Items of the technology: how many of each for one safety alarm. Prices are modelled; the alarm's from 23 million for 4 500 (C11). */
const TECHNOLOGY: readonly (ScriptItem & { readonly perAlarm: number })[] = [
  {
    name: 'Trygghetsalarm med sentralenhet',
    unitCode: 'STK',
    cpvCode: '35121700',
    unitPrice: '5100.00',
    dutyToBuy: true,
    takesNeeds: true,
    perAlarm: 1,
  },
  { name: 'Fallsensor', unitCode: 'STK', cpvCode: '33195000', unitPrice: '1900.00', takesNeeds: false, perAlarm: 0.1 },
  {
    name: 'Lokaliseringsteknologi (GPS)',
    unitCode: 'STK',
    cpvCode: '38112100',
    unitPrice: '2500.00',
    takesNeeds: false,
    perAlarm: 0.08,
  },
  {
    name: 'Dør- og bevegelsesalarm',
    unitCode: 'STK',
    cpvCode: '35121700',
    unitPrice: '1200.00',
    takesNeeds: false,
    perAlarm: 0.12,
  },
  {
    name: 'Digitalt nattilsyn (kamera)',
    unitCode: 'STK',
    cpvCode: '35125000',
    unitPrice: '6900.00',
    takesNeeds: false,
    perAlarm: 0.03,
  },
];

/** One alarm's connection for a year: 2.5 million a year for 4 500 alarms (C11), rounded. */
const CENTRE: ScriptItem = {
  name: 'Tilknytning til responssenter, per alarm og år',
  unitCode: 'ABONNEMENT',
  cpvCode: '79711000',
  unitPrice: '560.00',
  takesNeeds: false,
};

/** The two parts with their items. */
export const PARTS: readonly { readonly title: string; readonly items: readonly ScriptItem[] }[] = [
  { title: 'Trygghets- og varslingsteknologi', items: TECHNOLOGY.map(({ perAlarm: _, ...item }) => item) },
  { title: 'Kommunalt responssenter', items: [CENTRE] },
];

/** How many alarms a municipality is modelled to need in the four years: expected and at most. */
export function modelledAlarms(over80: number): { expected: number; maximum: number } {
  return {
    expected: Math.round(over80 * EXPECTED_PER_PERSON_OVER_80),
    maximum: Math.round(over80 * MAXIMUM_PER_PERSON_OVER_80),
  };
}

/** A municipality's volumes per item and year, extensions included. */
export function modelledCells(over80: number, withCentre: boolean): ScriptCell[] {
  const alarms = modelledAlarms(over80);
  const cells: ScriptCell[] = [];
  TECHNOLOGY.forEach(({ perAlarm }, item) => {
    const expected = spread(alarms.expected * perAlarm);
    const maximum = spread(alarms.maximum * perAlarm);
    SHARES.forEach((_, year) => {
      cells.push({
        item,
        year: TERM.firstYear + year,
        expected: String(expected[year]),
        maximum: String(Math.max(expected[year]!, maximum[year]!)),
      });
    });
  });
  if (withCentre) {
    // An alarm that has been bought stays connected; those of the extensions replace older ones.
    const [expected, maximum] = [connected(spread(alarms.expected)), connected(spread(alarms.maximum))];
    SHARES.forEach((_, year) => {
      cells.push({
        item: TECHNOLOGY.length,
        year: TERM.firstYear + year,
        expected: String(expected[year]),
        maximum: String(Math.max(expected[year]!, maximum[year]!)),
      });
    });
  }
  return cells;
}

/** Whole numbers per year: the four years sum to the rounded quantity exactly. */
function spread(quantity: number): number[] {
  const total = Math.round(quantity);
  const within = SHARES.slice(0, TERM.years).map((share) => Math.floor(total * share));
  for (
    let left = total - within.reduce((sum, count) => sum + count, 0), year = 1;
    left > 0;
    left -= 1, year = (year + 1) % TERM.years
  ) {
    within[year] = within[year]! + 1;
  }
  return [...within, ...SHARES.slice(TERM.years).map((share) => Math.round(total * share))];
}

function connected(bought: readonly number[]): number[] {
  let inUse = 0;
  return bought.map((count, year) => (year < TERM.years ? (inUse += count) : inUse));
}

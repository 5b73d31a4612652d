/** One unit as it is known to the service: what it measures and how many of the dimension's base unit it is. */
export interface UnitRow {
  readonly code: string;
  readonly dimension: string;
  readonly toBase: string;
  readonly nameNb: string;
  readonly nameNn: string;
  readonly nameEn: string;
  /** Other ways in which people write it, lower case. */
  readonly synonyms: readonly string[];
}

function unit(
  code: string,
  dimension: string,
  toBase: string,
  nameNb: string,
  nameNn: string,
  nameEn: string,
  ...synonyms: string[]
): UnitRow {
  return { code, dimension, toBase, nameNb, nameNn, nameEn, synonyms };
}

/**
 * The units of the service. A dimension of its own for what cannot be converted in general: how many users share a
 * licence, or how many hours are in a month's subscription, is a term of a contract and not arithmetic.
 */
export const UNITS: readonly UnitRow[] = [
  unit(
    'STK',
    'COUNT',
    '1',
    'stykk',
    'stykk',
    'piece',
    'stk',
    'stk.',
    'stykker',
    'enhet',
    'enheter',
    'eining',
    'einingar',
    'pieces',
    'pcs',
    'unit',
    'units',
    'antall',
    'tal',
  ),
  unit('PAR', 'COUNT', '2', 'par', 'par', 'pair', 'pairs'),
  unit('DUSIN', 'COUNT', '12', 'dusin', 'dusin', 'dozen'),
  unit('SETT', 'SET', '1', 'sett', 'sett', 'set', 'sets'),
  unit('PAKKE', 'PACKAGE', '1', 'pakke', 'pakke', 'package', 'pakker', 'pakkar', 'pk', 'pk.', 'pakning', 'packages'),
  unit('G', 'MASS', '0.001', 'gram', 'gram', 'gram', 'g', 'grams'),
  unit('KG', 'MASS', '1', 'kilo', 'kilo', 'kilogram', 'kg', 'kg.', 'kilos'),
  unit('TONN', 'MASS', '1000', 'tonn', 'tonn', 'tonne', 't', 'tonnes', 'tons'),
  unit('ML', 'VOLUME', '0.001', 'milliliter', 'milliliter', 'millilitre', 'ml'),
  unit('DL', 'VOLUME', '0.1', 'desiliter', 'desiliter', 'decilitre', 'dl'),
  unit('LITER', 'VOLUME', '1', 'liter', 'liter', 'litre', 'l', 'ltr', 'litrar', 'litres'),
  unit('M3', 'VOLUME', '1000', 'kubikkmeter', 'kubikkmeter', 'cubic metre', 'm³', 'kubikk', 'kbm'),
  unit('MM', 'LENGTH', '0.001', 'millimeter', 'millimeter', 'millimetre'),
  unit('CM', 'LENGTH', '0.01', 'centimeter', 'centimeter', 'centimetre'),
  unit('M', 'LENGTH', '1', 'meter', 'meter', 'metre', 'metres', 'løpemeter', 'lm'),
  unit('KM', 'LENGTH', '1000', 'kilometer', 'kilometer', 'kilometre', 'kilometres'),
  unit('M2', 'AREA', '1', 'kvadratmeter', 'kvadratmeter', 'square metre', 'm²', 'kvm', 'kvm.'),
  unit('DEKAR', 'AREA', '1000', 'dekar', 'dekar', 'decare', 'daa', 'mål'),
  unit('HEKTAR', 'AREA', '10000', 'hektar', 'hektar', 'hectare', 'ha'),
  unit('MINUTT', 'DURATION', '1', 'minutt', 'minutt', 'minute', 'min', 'min.', 'minutter', 'minuttar', 'minutes'),
  unit('TIME', 'DURATION', '60', 'time', 'time', 'hour', 'timer', 'timar', 'hours', 'h'),
  unit('DOGN', 'DURATION', '1440', 'døgn', 'døgn', 'day and night', 'døger'),
  unit('UKE', 'DURATION', '10080', 'uke', 'veke', 'week', 'uker', 'veker', 'weeks'),
  unit('DAGSVERK', 'WORKING_DAY', '1', 'dagsverk', 'dagsverk', 'working day', 'dagsverker', 'working days'),
  unit('MND', 'CALENDAR_TIME', '1', 'måned', 'månad', 'month', 'mnd.', 'måneder', 'månader', 'months'),
  unit('KVARTAL', 'CALENDAR_TIME', '3', 'kvartal', 'kvartal', 'quarter', 'quarters'),
  unit('AR', 'CALENDAR_TIME', '12', 'år', 'år', 'year', 'years'),
  unit('ABONNEMENT', 'SUBSCRIPTION', '1', 'abonnement', 'abonnement', 'subscription', 'abonnementer', 'subscriptions'),
  unit('BRUKER', 'USER', '1', 'bruker', 'brukar', 'user', 'brukere', 'brukarar', 'users'),
  unit(
    'LISENS',
    'LICENCE',
    '1',
    'lisens',
    'lisens',
    'licence',
    'lisenser',
    'lisensar',
    'licences',
    'license',
    'licenses',
  ),
  unit('PERSON', 'PERSON', '1', 'person', 'person', 'person', 'personer', 'personar', 'persons', 'people'),
  unit('PLASS', 'PLACE', '1', 'plass', 'plass', 'place', 'plasser', 'plassar', 'places'),
  unit('BOLIG', 'DWELLING', '1', 'bolig', 'bustad', 'dwelling', 'boliger', 'bustader', 'dwellings'),
  unit('OPPDRAG', 'ASSIGNMENT', '1', 'oppdrag', 'oppdrag', 'assignment', 'assignments'),
  unit('RUNDSUM', 'LUMP_SUM', '1', 'rundsum', 'rundsum', 'lump sum', 'rs', 'lumpsum'),
  unit('KWH', 'ENERGY', '1', 'kilowattime', 'kilowattime', 'kilowatt hour', 'kwt'),
  unit('MWH', 'ENERGY', '1000', 'megawattime', 'megawattime', 'megawatt hour', 'mwt'),
  unit('GB', 'DATA', '1', 'gigabyte', 'gigabyte', 'gigabyte'),
  unit('TB', 'DATA', '1000', 'terabyte', 'terabyte', 'terabyte'),
  unit('NOK', 'MONEY', '1', 'krone', 'krone', 'Norwegian krone', 'kr', 'kr.', 'kroner'),
];

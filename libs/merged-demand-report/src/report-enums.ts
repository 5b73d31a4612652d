import { registerEnumType } from '@nestjs/graphql';
import { gapTexts } from './report-gap.rules';

export enum ReportLineOrigin {
  NEED = 'NEED',
  DECLARED = 'DECLARED',
  MODELLED = 'MODELLED',
}
registerEnumType(ReportLineOrigin, {
  name: 'ReportLineOrigin',
  description: 'Where a quantity comes from.',
  valuesMap: {
    NEED: { description: 'From a registered need.' },
    DECLARED: { description: 'Declared by the organisation.' },
    MODELLED: { description: 'Suggested by a model, not stated by anybody.' },
  },
});

export enum ReportEvent {
  OPENED = 'OPENED',
  ANCHORED = 'ANCHORED',
  DECISION_DEADLINE = 'DECISION_DEADLINE',
  TERM_STARTS = 'TERM_STARTS',
  TERM_ENDS = 'TERM_ENDS',
  EXTENSIONS_END = 'EXTENSIONS_END',
}
registerEnumType(ReportEvent, {
  name: 'ReportEvent',
  description: 'What happens on a date of the time line.',
  valuesMap: {
    OPENED: { description: 'The case was opened.' },
    ANCHORED: { description: 'An organisation finished its route and is anchored.' },
    DECISION_DEADLINE: { description: 'The day by which all must have decided.' },
    TERM_STARTS: { description: 'The contract’s term starts.' },
    TERM_ENDS: { description: 'The term ends, extensions not counted.' },
    EXTENSIONS_END: { description: 'The last extension ends.' },
  },
});

export enum ReportGap {
  ROUTE_REJECTED = 'ROUTE_REJECTED',
  ALL_PARTS_OUT = 'ALL_PARTS_OUT',
  LIMIT_TOTAL = 'LIMIT_TOTAL',
  LIMIT_PER_YEAR = 'LIMIT_PER_YEAR',
  LIMIT_PER_INHABITANT = 'LIMIT_PER_INHABITANT',
  LIMIT_PARTS = 'LIMIT_PARTS',
  LIMIT_SHARE_OF_COST = 'LIMIT_SHARE_OF_COST',
  LIMIT_LATEST_END = 'LIMIT_LATEST_END',
  LIMIT_HOST = 'LIMIT_HOST',
  CONDITION_NOT_ACCEPTED = 'CONDITION_NOT_ACCEPTED',
  LEGALITY_REVIEW_DEMANDED = 'LEGALITY_REVIEW_DEMANDED',
  LEGALITY_REVIEW_PERIOD = 'LEGALITY_REVIEW_PERIOD',
  ROUTE_NOT_FINISHED = 'ROUTE_NOT_FINISHED',
  CONDITION_OPEN = 'CONDITION_OPEN',
  CHOICE_MISSING = 'CHOICE_MISSING',
  LOCAL_LEADER_MISSING = 'LOCAL_LEADER_MISSING',
  LOCAL_GAIN_UNCONFIRMED = 'LOCAL_GAIN_UNCONFIRMED',
  POWER_OF_ATTORNEY_MISSING = 'POWER_OF_ATTORNEY_MISSING',
  POWER_OF_ATTORNEY_OTHER_HOST = 'POWER_OF_ATTORNEY_OTHER_HOST',
  POWER_OF_ATTORNEY_TOO_SMALL = 'POWER_OF_ATTORNEY_TOO_SMALL',
  NO_ANSWER = 'NO_ANSWER',
  NO_VOLUMES = 'NO_VOLUMES',
  MODELLED_FIGURES = 'MODELLED_FIGURES',
  MODELLED_ANSWER = 'MODELLED_ANSWER',
  NO_ORGANISATION_NUMBER = 'NO_ORGANISATION_NUMBER',
  NO_PRICE = 'NO_PRICE',
  THRESHOLD_NOT_VERIFIED = 'THRESHOLD_NOT_VERIFIED',
  VOLUMES_CARRIED_FORWARD = 'VOLUMES_CARRIED_FORWARD',
}
registerEnumType(ReportGap, {
  name: 'ReportGap',
  description:
    'What a report lacks, or what its reader should know. The first group are the reasons of a participation’s state.',
  valuesMap: Object.fromEntries(
    Object.keys(ReportGap).map((gap) => [gap, { description: gapTexts(gap as ReportGap).en }]),
  ),
});

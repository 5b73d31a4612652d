import { registerEnumType } from '@nestjs/graphql';

export enum ReportChoice {
  FIRM = 'FIRM',
  OPTION = 'OPTION',
  OUT = 'OUT',
}
registerEnumType(ReportChoice, {
  name: 'ReportChoice',
  description: 'What an organisation has chosen for a part, as the report states it.',
  valuesMap: {
    FIRM: { description: 'Takes part.' },
    OPTION: { description: 'Is named, and may join later.' },
    OUT: { description: 'Does not take part.' },
  },
});

export enum ReportCommitment {
  COMMITTED = 'COMMITTED',
  NOT_ANCHORED = 'NOT_ANCHORED',
  OPTION = 'OPTION',
  UNANSWERED = 'UNANSWERED',
}
registerEnumType(ReportCommitment, {
  name: 'ReportCommitment',
  description: 'How firmly a quantity stands.',
  valuesMap: {
    COMMITTED: { description: 'Firm and anchored.' },
    NOT_ANCHORED: { description: 'Firm, but not yet anchored.' },
    OPTION: { description: 'An option to join later.' },
    UNANSWERED: {
      description: 'Stated by an organisation that has not said whether it takes part; counted in no value.',
    },
  },
});

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
  DECLINED = 'DECLINED',
  ROUTE_NOT_FINISHED = 'ROUTE_NOT_FINISHED',
  REJECTED = 'REJECTED',
  OPEN_CONDITION = 'OPEN_CONDITION',
  CONDITION_NOT_ACCEPTED = 'CONDITION_NOT_ACCEPTED',
  NO_POWER_OF_ATTORNEY = 'NO_POWER_OF_ATTORNEY',
  POWER_NAMES_ANOTHER_HOST = 'POWER_NAMES_ANOTHER_HOST',
  LEGALITY_REVIEW = 'LEGALITY_REVIEW',
  OUTSIDE_LIMITS = 'OUTSIDE_LIMITS',
  NO_ANSWER = 'NO_ANSWER',
  NO_VOLUMES = 'NO_VOLUMES',
  MODELLED_FIGURES = 'MODELLED_FIGURES',
  MODELLED_ANSWER = 'MODELLED_ANSWER',
  LOCAL_GAIN_NOT_CONFIRMED = 'LOCAL_GAIN_NOT_CONFIRMED',
  NO_ORGANISATION_NUMBER = 'NO_ORGANISATION_NUMBER',
  NO_PRICE = 'NO_PRICE',
  THRESHOLD_NOT_VERIFIED = 'THRESHOLD_NOT_VERIFIED',
  VOLUMES_CARRIED_FORWARD = 'VOLUMES_CARRIED_FORWARD',
}
registerEnumType(ReportGap, {
  name: 'ReportGap',
  description: 'What a report lacks, or what its reader should know.',
  valuesMap: {
    DECLINED: { description: 'The organisation has declined or left.' },
    ROUTE_NOT_FINISHED: { description: 'Not every required step is decided.' },
    REJECTED: { description: 'A deciding body said no.' },
    OPEN_CONDITION: { description: 'A condition that must be met before the notice is open.' },
    CONDITION_NOT_ACCEPTED: { description: 'The host has not accepted a condition.' },
    NO_POWER_OF_ATTORNEY: { description: 'No power of attorney is recorded.' },
    POWER_NAMES_ANOTHER_HOST: { description: 'The power of attorney names another host.' },
    LEGALITY_REVIEW: { description: 'A demanded legality review is not settled.' },
    OUTSIDE_LIMITS: { description: 'The case has gone outside the limits of the organisation’s decision.' },
    NO_ANSWER: { description: 'The organisation has not chosen for a part.' },
    NO_VOLUMES: { description: 'The organisation has not declared its volumes.' },
    MODELLED_FIGURES: { description: 'Figures are modelled; nobody has stated them.' },
    MODELLED_ANSWER: { description: 'The answer is modelled; the real one is not known.' },
    LOCAL_GAIN_NOT_CONFIRMED: { description: 'No local leader has confirmed the local gain.' },
    NO_ORGANISATION_NUMBER: { description: 'The organisation number is not known.' },
    NO_PRICE: { description: 'An item has no price, so its value is counted as nothing.' },
    THRESHOLD_NOT_VERIFIED: { description: 'A threshold that decides has not been checked against its source.' },
    VOLUMES_CARRIED_FORWARD: {
      description: 'Quantities of an extension were carried forward from the last declared year.',
    },
  },
});

import { registerEnumType } from '@nestjs/graphql';
import { SheetBody, SheetColumn } from './sheet-columns.rules';
import { SheetMeaning } from './sheet-wordings.rules';

registerEnumType(SheetColumn, {
  name: 'RunningCaseColumnMeaning',
  description: 'What a column of somebody’s spreadsheet is about.',
  valuesMap: {
    MUNICIPALITY: { description: 'The name of the municipality, perhaps with its number.' },
    MUNICIPALITY_NUMBER: { description: 'The number of the municipality.' },
    CONTACT_NAME: { description: 'Who to talk to there.' },
    CONTACT_EMAIL: { description: 'Their e-mail address.' },
    CONTACT_PHONE: { description: 'Their phone.' },
    STATUS: { description: 'What was decided, or how far it has come; perhaps with body, date and case number.' },
    BODY: { description: 'Who decided.' },
    DECIDED_ON: { description: 'The day of the decision.' },
    CASE_NUMBER: { description: 'The number of the body’s case or of the archive’s.' },
    CHOICE: { description: 'Takes part, with an option, or not.' },
    QUANTITY: { description: 'How much of an item.' },
    SAYS_BY: { description: 'When they say that it will be decided.' },
    COMMENT: { description: 'Anything else that is to be remembered.' },
    IGNORED: { description: 'Not taken over.' },
  },
});
registerEnumType(SheetBody, {
  name: 'RunningCaseBody',
  description: 'Who decided, as a spreadsheet names it.',
  valuesMap: {
    ADMINISTRATION: { description: 'The administration: the chief executive, or somebody with delegated power.' },
    COMMITTEE: { description: 'A standing committee.' },
    EXECUTIVE_COMMITTEE: { description: 'The executive committee (formannskap).' },
    COUNCIL: { description: 'The municipal council.' },
  },
});
registerEnumType(SheetMeaning, {
  name: 'RunningCaseMeaning',
  description: 'What words in a status column mean.',
  valuesMap: {
    NOTHING_YET: { description: 'Nothing has been decided, and nothing is known.' },
    UNDER_WAY: { description: 'It is being worked on; kept as a note.' },
    POSTPONED: { description: 'A body postponed it.' },
    RECOMMENDED: { description: 'A body recommends it.' },
    NOT_RECOMMENDED: { description: 'A body advises against it.' },
    APPROVED: { description: 'Approved.' },
    APPROVED_WITH_CONDITIONS: { description: 'Approved with conditions; the words are kept as the condition.' },
    REJECTED: { description: 'Rejected: the municipality does not take part.' },
    FIRM: { description: 'Takes part.' },
    OPTION: { description: 'Takes part with an option.' },
    OUT: { description: 'Does not take part.' },
  },
});

export enum RunningCaseEffectKind {
  PARTICIPATION = 'PARTICIPATION',
  BODY = 'BODY',
  DECISION = 'DECISION',
  CHOICE = 'CHOICE',
  VOLUMES = 'VOLUMES',
  THEY_SAY = 'THEY_SAY',
  NOTE = 'NOTE',
}
registerEnumType(RunningCaseEffectKind, {
  name: 'RunningCaseEffectKind',
  description: 'What a cell becomes.',
  valuesMap: {
    PARTICIPATION: { description: 'The municipality is in the case, with its route.' },
    BODY: { description: 'A decision body is registered, without a calendar.' },
    DECISION: { description: 'A decision of a step, recorded on behalf of the municipality.' },
    CHOICE: { description: 'What the municipality chose.' },
    VOLUMES: { description: 'Its quantities.' },
    THEY_SAY: { description: 'The day on which they say that they will have decided.' },
    NOTE: { description: 'A note that only your organisation reads.' },
  },
});

export enum RunningCaseStanding {
  NEW = 'NEW',
  UNCHANGED = 'UNCHANGED',
  KEPT = 'KEPT',
}
registerEnumType(RunningCaseStanding, {
  name: 'RunningCaseStanding',
  description: 'How what the sheet says stands to what is known already.',
  valuesMap: {
    NEW: { description: 'It is taken over.' },
    UNCHANGED: { description: 'It is known already.' },
    KEPT: { description: 'Something else is known already; that stays.' },
  },
});

export enum RunningCaseNoteReason {
  COMMENT = 'COMMENT',
  CONTACT = 'CONTACT',
  STATUS = 'STATUS',
  DATE_MISSING = 'DATE_MISSING',
  WORDS_MISSING = 'WORDS_MISSING',
  BODY_MISSING = 'BODY_MISSING',
}
registerEnumType(RunningCaseNoteReason, {
  name: 'RunningCaseNoteReason',
  description: 'Why words of the sheet become a note and nothing else.',
  valuesMap: {
    COMMENT: { description: 'It is a comment.' },
    CONTACT: { description: 'It says who to talk to. Nobody gets rights by it.' },
    STATUS: { description: 'It says how far they have come; nothing is decided.' },
    DATE_MISSING: { description: 'A decision without a date is not recorded.' },
    WORDS_MISSING: { description: 'A date without words says nothing of what was decided.' },
    BODY_MISSING: { description: 'It does not say which body postponed it.' },
  },
});

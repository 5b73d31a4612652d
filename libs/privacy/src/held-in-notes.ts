import type { HeldTable } from './held-table';

const OF_PARTICIPATION = `(select c.title || ', ' || o.name from participation p join procurement_case c on c.id = p.case_id
  join organisation o on o.id = p.organisation_id where p.id = t.participation_id)`;

/** What people remember about each other’s work in a case. */
export const notesHeld: readonly HeldTable[] = [
  {
    table: 'note',
    label: 'Notater',
    scope: 'REGION',
    purpose:
      'to remember what was said about a municipality’s part; people’s own words, which should not name anybody and may',
    basis: 'PUBLIC_TASK',
    retention: 'until it is withdrawn, else as the case',
    columns: [
      { column: 'written_by', label: 'Skrevet av', holds: 'ID', erasure: 'ANOTHER_ID' },
      { column: 'text', label: 'Notat', holds: 'TEXT', erasure: 'MENTIONS' },
    ],
    told: { Deltakelse: OF_PARTICIPATION, Tid: 't.written_at' },
  },
  {
    table: 'they_say_date',
    label: 'Datoer som er sagt',
    scope: 'REGION',
    purpose: 'to know when a municipality says that it will have decided; by title, not by name',
    basis: 'PUBLIC_TASK',
    retention: 'as the case, which is archived by each organisation',
    columns: [{ column: 'written_by', label: 'Skrevet av', holds: 'ID', erasure: 'ANOTHER_ID' }],
    told: { Deltakelse: OF_PARTICIPATION, Tid: 't.written_at' },
  },
  {
    table: 'question',
    label: 'Spørsmål og svar',
    scope: 'REGION',
    purpose: 'to ask and answer about a case; people’s own words, which should not name anybody and may',
    basis: 'PUBLIC_TASK',
    retention: 'as the case, which is archived by each organisation',
    columns: [
      { column: 'asked_by', label: 'Spurt av', holds: 'ID', erasure: 'ANOTHER_ID' },
      { column: 'text', label: 'Spørsmål', holds: 'TEXT', erasure: 'MENTIONS' },
      { column: 'answered_by', label: 'Besvart av', holds: 'ID', erasure: 'ANOTHER_ID' },
      { column: 'answer', label: 'Svar', holds: 'TEXT', erasure: 'MENTIONS' },
    ],
    told: { Deltakelse: OF_PARTICIPATION, Spurt: 't.asked_at', Besvart: 't.answered_at' },
  },
];

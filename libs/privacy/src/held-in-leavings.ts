import type { HeldTable } from './held-table';

const OF_PARTICIPATION = `(select c.title || ', ' || o.name from participation p join procurement_case c on c.id = p.case_id
  join organisation o on o.id = p.organisation_id where p.id = t.participation_id)`;

/** By whose decision an organisation left a case (R5b). */
export const leavingsHeld: readonly HeldTable[] = [
  {
    table: 'leaving',
    label: 'Utmeldinger',
    scope: 'REGION',
    purpose: 'to show that an organisation left a case, by whose decision, why, and who registered it',
    basis: 'LEGAL_OBLIGATION',
    retention: 'as the case, which is archived by each organisation',
    columns: [
      { column: 'recorded_by', label: 'Ført av', holds: 'ID', erasure: 'ANOTHER_ID' },
      { column: 'decided_by', label: 'Vedtatt av', holds: 'TEXT', erasure: 'MENTIONS' },
      { column: 'because', label: 'Begrunnelse for å melde seg ut', holds: 'TEXT', erasure: 'MENTIONS' },
      { column: 'decision_link', label: 'Lenke til vedtaket', holds: 'TEXT', erasure: 'MENTIONS' },
    ],
    told: { Deltakelse: OF_PARTICIPATION, Dato: 't.decided_on', Ført: 't.recorded_at' },
  },
];

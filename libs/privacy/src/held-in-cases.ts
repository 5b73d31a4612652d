import type { HeldColumn, HeldTable } from './held-table';

const CASE = '(select c.title from procurement_case c where c.id = t.case_id)';
const OF_PARTICIPATION = `(select c.title || ', ' || o.name from participation p join procurement_case c on c.id = p.case_id
  join organisation o on o.id = p.organisation_id where p.id = t.participation_id)`;
const ORGANISATION = '(select o.name from organisation o where o.id = t.organisation_id)';

const ARCHIVE =
  'part of a decision by a public body: arkivlova (LOV-2025-06-20-96) § 5 wants it unchanged; GDPR article 17 (3) b and d';
const FROZEN =
  'the report on which participants were bound; its hash stands in the decision log. A local leader is named in office; GDPR article 17 (3) b and d';
const IN_OFFICE =
  'who binds a municipality does so in public office, and the power of attorney is void without; GDPR article 17 (3) b and d';

const words = (column: string, label: string): HeldColumn => ({ column, label, holds: 'TEXT', erasure: 'MENTIONS' });
const kept = (column: string, label: string, because: string): HeldColumn => ({
  column,
  label,
  holds: 'TEXT',
  erasure: 'KEEP',
  because,
});
const FOR_EVER =
  'that and why one organisation acted for another is marked for ever (R29); GDPR article 17 (3) b and d';
const ON_BEHALF = 'Begrunnelse for å handle på vegne av';
const AS_THE_CASE = 'as the case, which is archived by each organisation';

/** Who did what in a case, and people's own words. */
export const casesHeld: readonly HeldTable[] = [
  {
    table: 'decision_log',
    label: 'Beslutningslogg',
    scope: 'REGION',
    purpose: 'to show afterwards what was changed, by whom and when, and that nobody changed the record',
    basis: 'LEGAL_OBLIGATION',
    retention: 'for ever',
    columns: [
      kept('entry', 'Innførsel', 'names people by salted commitments only (R32): without the salt it is nobody'),
    ],
  },
  ...[
    {
      table: 'closed_week',
      label: 'Stengte uker',
      columns: [words('reason', 'Grunn')],
    },
    {
      table: 'route_template',
      label: 'Maler for saksgang',
      columns: [words('name', 'Navn på malen')],
    },
    { table: 'route_template_step', label: 'Trinn i maler', columns: [words('title', 'Tittel')] },
    {
      table: 'anchoring_step',
      label: 'Trinn i saksgangen',
      columns: [
        words('title', 'Tittel'),
        { column: 'asked_person_id', label: 'Spurt', holds: 'ID' as const, erasure: 'EMPTY' as const },
      ],
    },
    { table: 'case_part', label: 'Deler', columns: [words('title', 'Tittel')] },
    { table: 'volume_item', label: 'Varelinjer', columns: [words('name', 'Navn på varen')] },
    {
      table: 'merge_proposal',
      label: 'Samordningsforslag',
      columns: [words('reason', 'Begrunnelse'), words('terms', 'Vilkår')],
    },
    { table: 'merge_proposal_pair', label: 'Likhet mellom behov', columns: [words('reasons', 'Grunner')] },
    { table: 'machine_client', label: 'Programmer', columns: [words('name', 'Navn på programmet')] },
  ].map((held): HeldTable => ({
    ...held,
    scope: 'REGION',
    purpose: 'the work itself; people’s own words, which should not name anybody and may',
    basis: 'PUBLIC_TASK',
    retention: AS_THE_CASE,
  })),
  {
    table: 'procurement_case',
    label: 'Saker',
    scope: 'REGION',
    purpose: 'what is bought together; people’s own words',
    basis: 'PUBLIC_TASK',
    retention: AS_THE_CASE,
    columns: [words('title', 'Tittel'), words('description', 'Beskrivelse'), words('stage_reason', 'Begrunnelse')],
  },
  {
    table: 'need',
    label: 'Behov',
    scope: 'REGION',
    purpose: 'what a municipality wants solved, and who leads the change there',
    basis: 'PUBLIC_TASK',
    retention: AS_THE_CASE,
    columns: [
      { column: 'local_leader', label: 'Lokal leder', holds: 'NAME', erasure: 'MENTIONS' },
      words('title', 'Tittel'),
      words('problem', 'Problem'),
      words('effect', 'Ønsket virkning'),
      words('indicator', 'Måltall'),
      words('target_group', 'Målgruppe'),
      words('current_solution', 'Løsning i dag'),
      words('tried', 'Forsøkt før'),
      words('local_value', 'Lokal gevinst'),
    ],
    told: { Organisasjon: ORGANISATION },
  },
  {
    table: 'participation',
    label: 'Deltakelse',
    scope: 'REGION',
    purpose: 'what an organisation takes part in, and who leads the change there',
    basis: 'PUBLIC_TASK',
    retention: AS_THE_CASE,
    columns: [{ column: 'local_leader', label: 'Lokal leder', holds: 'NAME', erasure: 'MENTIONS' }],
    told: { Sak: CASE, Organisasjon: ORGANISATION },
  },
  {
    table: 'condition',
    label: 'Vilkår i vedtak',
    scope: 'REGION',
    purpose: 'on what conditions an organisation takes part',
    basis: 'LEGAL_OBLIGATION',
    retention: AS_THE_CASE,
    columns: [kept('text', 'Vilkår', ARCHIVE)],
  },
  {
    table: 'power_of_attorney',
    label: 'Fullmakter',
    scope: 'REGION',
    purpose: 'to show that the host may buy for the municipality, and by whose signature',
    basis: 'LEGAL_OBLIGATION',
    retention: AS_THE_CASE,
    columns: [
      { column: 'signatory', label: 'Underskrevet av', holds: 'NAME', erasure: 'KEEP', because: IN_OFFICE },
      kept('authority', 'Hjemmel for å skrive under', IN_OFFICE),
      kept('deviations', 'Avvik fra standardteksten', ARCHIVE),
      words('on_behalf_because', ON_BEHALF),
      words('withdrawn_because', 'Begrunnelse for å trekke den'),
    ],
    told: { Deltakelse: OF_PARTICIPATION, Dato: 't.signed_on' },
  },
  {
    table: 'volume_declaration',
    label: 'Meldte mengder',
    scope: 'REGION',
    purpose: 'to know who to ask about a figure',
    basis: 'PUBLIC_TASK',
    retention: AS_THE_CASE,
    columns: [{ column: 'declared_by', label: 'Meldt av', holds: 'ID', erasure: 'ANOTHER_ID' }],
    told: { Deltakelse: OF_PARTICIPATION, Tid: 't.declared_at' },
  },
  {
    table: 'expectation',
    label: 'Det som ventes',
    scope: 'REGION',
    purpose: 'to remind the one who has to act',
    basis: 'PUBLIC_TASK',
    retention: AS_THE_CASE,
    columns: [
      { column: 'person_id', label: 'Ventes av', holds: 'ID', erasure: 'EMPTY' },
      words('facts', 'Opplysninger'),
    ],
    told: { Slag: 't.kind', Sak: CASE, Organisasjon: ORGANISATION, Frist: 't.due_on' },
  },
  {
    table: 'decision',
    label: 'Vedtak',
    scope: 'REGION',
    purpose: 'what was decided, by which body, and who recorded it',
    basis: 'LEGAL_OBLIGATION',
    retention: AS_THE_CASE,
    columns: [
      { column: 'recorded_by', label: 'Ført av', holds: 'ID', erasure: 'ANOTHER_ID' },
      kept('text', 'Vedtakets ordlyd', ARCHIVE),
      kept('delegation_basis', 'Delegasjonsgrunnlag', ARCHIVE),
      kept('exempt_basis', 'Hjemmel for unntak', ARCHIVE),
      kept('resources_committed', 'Ressurser stilt til rådighet', ARCHIVE),
      words('minutes_link', 'Lenke til protokoll'),
      words('on_behalf_because', ON_BEHALF),
    ],
    told: {
      Trinn: '(select s.title from anchoring_step s where s.id = t.step_id)',
      Utfall: 't.outcome',
      Dato: 't.decided_on',
      Ført: 't.recorded_at',
    },
  },
  {
    table: 'act_on_behalf',
    label: 'Handlet på vegne av',
    scope: 'REGION',
    purpose: 'to show what the host did for another organisation, who did it, why, and on what evidence (R29)',
    basis: 'LEGAL_OBLIGATION',
    retention: AS_THE_CASE,
    columns: [
      { column: 'person_id', label: 'Gjort av', holds: 'ID', erasure: 'ANOTHER_ID' },
      kept('because', 'Begrunnelse', FOR_EVER),
      kept('evidence', 'Grunnlag', FOR_EVER),
    ],
    told: { Deltakelse: OF_PARTICIPATION, Handling: 't.verb', Tid: 't.at' },
  },
  {
    table: 'attachment',
    label: 'Opplastede filer',
    scope: 'REGION',
    purpose: 'to keep what proves a decision, and who uploaded it',
    basis: 'LEGAL_OBLIGATION',
    retention: AS_THE_CASE,
    columns: [
      { column: 'uploaded_by', label: 'Lastet opp av', holds: 'ID', erasure: 'ANOTHER_ID' },
      words('name', 'Filnavn'),
    ],
    told: { Sak: CASE, 'SHA-256': 't.sha256', Bytes: 't.bytes', Tid: 't.uploaded_at' },
  },
  {
    table: 'merge_proposal_acceptance',
    label: 'Godkjente samordningsforslag',
    scope: 'REGION',
    purpose: 'two different people must accept (R29)',
    basis: 'PUBLIC_TASK',
    retention: AS_THE_CASE,
    columns: [{ column: 'person_id', label: 'Godkjent av', holds: 'ID', erasure: 'ANOTHER_ID' }],
    told: { Forslag: 't.proposal_id', Tid: 't.accepted_at' },
  },
  {
    table: 'merged_demand_report',
    label: 'Frosne behovsrapporter',
    scope: 'REGION',
    purpose: 'what was put before the market, by whom it was frozen',
    basis: 'LEGAL_OBLIGATION',
    retention: AS_THE_CASE,
    columns: [
      { column: 'frozen_by', label: 'Frosset av', holds: 'ID', erasure: 'ANOTHER_ID' },
      kept('content', 'Innhold', FROZEN),
    ],
    told: { Sak: CASE, Nummer: 't.number', Tid: 't.frozen_at' },
  },
  {
    table: 'joint_tender',
    label: 'Felles konkurranser',
    scope: 'REGION',
    purpose: 'two different people freeze the participants (R29)',
    basis: 'LEGAL_OBLIGATION',
    retention: AS_THE_CASE,
    columns: [
      { column: 'proposed_by', label: 'Foreslått av', holds: 'ID', erasure: 'ANOTHER_ID' },
      { column: 'confirmed_by', label: 'Bekreftet av', holds: 'ID', erasure: 'ANOTHER_ID' },
    ],
    told: { Sak: CASE, Tilstand: 't.state', Foreslått: 't.proposed_at', Bekreftet: 't.frozen_at' },
  },
];

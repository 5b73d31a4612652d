import type { HeldTable } from './held-table';

const CASE = '(select c.title from procurement_case c where c.id = t.case_id)';
const OF_EXPECTATION = `(select c.title from expectation e join procurement_case c on c.id = e.case_id where e.id = t.expectation_id)`;

/** Who was written to, and who is to be. */
export const lettersHeld: readonly HeldTable[] = [
  {
    table: 'mail',
    label: 'E-poster',
    scope: 'REGION',
    purpose: 'to invite and remind, once each, and to show afterwards who was told what and when',
    basis: 'PUBLIC_TASK',
    retention:
      'address, recipient and subject: retention_period MAIL (12 months) after sending; that a mail went: as the case. The text is never stored',
    // An address that an organisation gave as its own is the organisation's, whoever reads it.
    own: `t.person_id = :person or (t.person_id is null and lower(t.to_address) = lower(:address)
      and not exists (select from region_membership k where k.region_id = t.region_id and lower(official_address_of(k.region_id, k.organisation_id)) = lower(t.to_address)))`,
    columns: [
      { column: 'person_id', label: 'Mottaker', holds: 'ID', erasure: 'EMPTY' },
      { column: 'to_address', label: 'Til', holds: 'ADDRESS', erasure: 'NEUTRAL_ADDRESS' },
      { column: 'subject', label: 'Emne', holds: 'TEXT', erasure: 'EMPTY' },
      { column: 'last_response', label: 'Svar fra e-posttjeneren', holds: 'TEXT', erasure: 'EMPTY' },
    ],
    told: { Slag: 't.kind', Dag: 't.mail_on', Tilstand: 't.state', Sendt: 't.sent_at', Sak: CASE },
  },
  {
    table: 'escalation_offer',
    label: 'Varsler til leder',
    scope: 'REGION',
    purpose: 'to tell the next level that a date was missed, and not to ask the same person twice',
    basis: 'PUBLIC_TASK',
    retention: 'as the case',
    columns: [{ column: 'person_id', label: 'Leder', holds: 'ID', erasure: 'ANOTHER_ID' }],
    told: { Rolle: 't.role', Tilbudt: 't.offered_at', Tilstand: 't.state', Sak: OF_EXPECTATION },
  },
  {
    table: 'outbox_event',
    label: 'Hendelser',
    scope: 'QUEUE',
    purpose: 'to tell the worker what has happened; holds ids only',
    basis: 'PUBLIC_TASK',
    retention: 'seven days after it was passed on',
    own: 'position(:person::text in t.payload::text) > 0',
    columns: [{ column: 'payload', label: 'Hva det gjelder (id-er)', holds: 'ID', erasure: 'ANOTHER_ID' }],
    told: { Hendelse: 't.name', Tid: 't.created_at' },
  },
  {
    table: 'outbox_delivery',
    label: 'Oppgaver til tjenesten',
    scope: 'QUEUE',
    purpose: 'to do once what an event asks for; holds ids only',
    basis: 'PUBLIC_TASK',
    retention: 'seven days after it was done',
    own: 'position(:person::text in t.payload::text) > 0 or position(lower(:address) in lower(t.last_error)) > 0',
    columns: [
      { column: 'payload', label: 'Hva det gjelder (id-er)', holds: 'ID', erasure: 'ANOTHER_ID' },
      { column: 'last_error', label: 'Siste feil', holds: 'TEXT', erasure: 'EMPTY' },
    ],
    told: { Oppgave: 't.job', Tid: 't.created_at' },
  },
];

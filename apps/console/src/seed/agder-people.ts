import type { RoleKind } from '@samanker/request';
import { addressName, type SeedOrganisation } from './agder-organisations';
import { seedId } from './seed-id';

/** A seeded person: a role name, never a real person. */
export interface SeedPerson {
  /** What the script calls the person: number of the municipality and role, or REGION and a running role. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Begins with 00 after the country's code, which no Norwegian number does: it calls nobody. */
  readonly phone: string | null;
  readonly language: 'NB' | 'NN';
  readonly roles: readonly { readonly id: string; readonly kind: RoleKind; readonly organisationId: string | null }[];
}

const TITLES: readonly (readonly [RoleKind, string, string, string])[] = [
  ['COORDINATOR', 'Saksansvarlig', 'Saksansvarleg', 'saksansvarlig'],
  ['UNIT_LEADER', 'Enhetsleder', 'Einingsleiar', 'enhetsleder'],
  ['DIRECTOR', 'Kommunalsjef', 'Kommunalsjef', 'kommunalsjef'],
  ['CHIEF_EXECUTIVE', 'Rådmann', 'Rådmann', 'radmann'],
  ['RECORDER', 'Politisk sekretariat', 'Politisk sekretariat', 'politisk-sekretariat'],
  ['CONTRIBUTOR', 'Fagansvarlig', 'Fagansvarleg', 'fagansvarlig'],
];

/** The people of one municipality, one per role, in its written language. */
export function peopleOf(municipality: SeedOrganisation, procurementOfficer = false): SeedPerson[] {
  const nn = municipality.language === 'NN';
  const titles = procurementOfficer
    ? [...TITLES, ['PROCUREMENT_OFFICER', 'Innkjøpsleder', 'Innkjøpsleiar', 'innkjopsleder'] as const]
    : TITLES;
  return titles.map(([kind, nb, nynorsk, address]) => ({
    key: `${municipality.number}:${kind}`,
    id: seedId('person', municipality.number, kind),
    name: `${nn ? nynorsk : nb} ${municipality.name}`,
    email: `${address}@${addressName(municipality.name)}.kommune.example`,
    phone:
      kind === 'COORDINATOR' ? `+47 00 ${municipality.number.slice(0, 2)} ${municipality.number.slice(2)} 10` : null,
    language: nn ? 'NN' : 'NB',
    roles: [{ id: seedId('role', municipality.number, kind), kind, organisationId: municipality.id }],
  }));
}

/** Those who act for the region as such: two of the secretariat, three seats of the regional group, one auditor. */
export function peopleOfRegion(): SeedPerson[] {
  const person = (kind: RoleKind, number: number | null, name: string, address: string): SeedPerson => {
    const key = number === null ? `REGION:${kind}` : `REGION:${kind}:${number}`;
    return {
      key,
      id: seedId('person', key),
      name,
      email: `${address}@regional-koordinering.example`,
      phone: null,
      language: 'NB',
      roles: [{ id: seedId('role', key), kind, organisationId: null }],
    };
  };
  return [
    person('SECRETARIAT', 1, 'Sekretariatsleder, regional koordineringsgruppe', 'sekretariatsleder'),
    person('SECRETARIAT', 2, 'Rådgiver, regional koordineringsgruppe', 'radgiver'),
    person('REGIONAL_GROUP', 1, 'Representant for Østre Agder, regional koordineringsgruppe', 'ostre-agder'),
    person(
      'REGIONAL_GROUP',
      2,
      'Representant for Kristiansandregionen, regional koordineringsgruppe',
      'kristiansandregionen',
    ),
    person('REGIONAL_GROUP', 3, 'Representant for Lister, regional koordineringsgruppe', 'lister'),
    person('AUDITOR', null, 'Revisor', 'revisor'),
  ];
}

import type { RoleKind } from './actor';
import { CAPACITIES, type Capacity, type Grant } from './permission';
import type { Texts } from './refusal';

/** Roles as a sentence names them. */
const ROLES: Readonly<Record<RoleKind, Texts>> = {
  SECRETARIAT: { nb: 'sekretariatet', nn: 'sekretariatet', en: 'the secretariat' },
  REGIONAL_GROUP: {
    nb: 'den regionale koordineringsgruppen',
    nn: 'den regionale koordineringsgruppa',
    en: 'the regional group',
  },
  ADVISORY_GROUP: { nb: 'rådgivningsgruppen', nn: 'rådgjevingsgruppa', en: 'the advisory group' },
  COORDINATOR: { nb: 'koordinatoren', nn: 'koordinatoren', en: 'the coordinator' },
  RECORDER: { nb: 'politisk sekretariat', nn: 'politisk sekretariat', en: 'the political secretariat' },
  CONTRIBUTOR: { nb: 'bidragsyter', nn: 'bidragsytar', en: 'a contributor' },
  READER: { nb: 'leser', nn: 'lesar', en: 'a reader' },
  AUDITOR: { nb: 'revisor', nn: 'revisor', en: 'an auditor' },
  UNIT_LEADER: { nb: 'enhetsleder', nn: 'einingsleiar', en: 'a unit leader' },
  DIRECTOR: { nb: 'kommunalsjef', nn: 'kommunalsjef', en: 'a director' },
  CHIEF_EXECUTIVE: { nb: 'kommunedirektøren', nn: 'kommunedirektøren', en: 'the chief executive' },
  PROCUREMENT_OFFICER: { nb: 'innkjøpsansvarlig', nn: 'innkjøpsansvarleg', en: 'a procurement officer' },
};

const CAPACITY: Readonly<Record<Capacity, Texts>> = {
  own: {
    nb: '{who} i organisasjonen selv',
    nn: '{who} i organisasjonen sjølv',
    en: '{who} of the organisation itself',
  },
  host: { nb: '{who} hos verten', nn: '{who} hos verten', en: '{who} at the host' },
  hostOnBehalf: {
    nb: '{who} hos verten på skriftlig anmodning',
    nn: '{who} hos verten på skriftleg oppmoding',
    en: '{who} at the host on written request',
  },
  region: { nb: '{who}', nn: '{who}', en: '{who}' },
};

const OR: Texts = { nb: 'eller', nn: 'eller', en: 'or' };
const LANGUAGES = ['nb', 'nn', 'en'] as const;

/** Who may, for programs: OWN_COORDINATOR, HOST_COORDINATOR, HOST_ON_BEHALF_COORDINATOR, REGION_SECRETARIAT. */
export function codesOf(grant: Grant): string[] {
  return CAPACITIES.flatMap((capacity) =>
    (grant[capacity] ?? []).map((kind) => `${capacity.replace(/[A-Z]/g, '_$&').toUpperCase()}_${kind}`),
  );
}

/** Who may, in words: “koordinatoren hos verten eller sekretariatet”; empty when nobody is named. */
export function whoMay(grant: Grant): Texts {
  const [nb, nn, en] = LANGUAGES.map((language) => {
    const groups = CAPACITIES.filter((capacity) => grant[capacity]?.length).map((capacity) =>
      CAPACITY[capacity][language].replace(
        '{who}',
        listed(
          grant[capacity]!.map((kind) => ROLES[kind][language]),
          OR[language],
        ),
      ),
    );
    return groups.join(`, ${OR[language]} `);
  });
  return { nb: nb!, nn: nn!, en: en! };
}

/** Roles as a sentence names them: “koordinatoren eller politisk sekretariat”. */
export function rolesInWords(kinds: readonly RoleKind[]): Texts {
  const [nb, nn, en] = LANGUAGES.map((language) =>
    listed(
      kinds.map((kind) => ROLES[kind][language]),
      OR[language],
    ),
  );
  return { nb: nb!, nn: nn!, en: en! };
}

function listed(names: readonly string[], or: string): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1)}`;
}

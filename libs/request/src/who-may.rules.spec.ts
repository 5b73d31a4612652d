import type { Actor, RoleKind } from './actor';
import { capacityOf, permission } from './permission';
import { NotPermitted } from './refusal';
import { codesOf, whoMay } from './who-may.rules';

const actor = (organisationId: string | null, ...roles: [RoleKind, string | null][]): Actor => ({
  personId: 'p',
  name: 'Person',
  language: 'NB',
  regionId: 'r',
  organisationId,
  roles: roles.map(([kind, at]) => ({ kind, organisationId: at })),
  logIn: 'DEVELOPMENT',
  scopes: null,
  requestId: 't',
});
const parties = { organisationId: 'own', hostOrganisationId: 'host' };
const grant = {
  own: ['COORDINATOR', 'RECORDER'],
  hostOnBehalf: ['COORDINATOR'],
  region: ['SECRETARIAT'],
} as const;

describe('who may (R28, R29)', () => {
  it.each([
    ['the organisation’s own coordinator', actor('own', ['COORDINATOR', 'own']), 'own'],
    ['a reader of the organisation', actor('own', ['READER', 'own']), null],
    ['the host’s coordinator', actor('host', ['COORDINATOR', 'host']), 'hostOnBehalf'],
    ['the host’s recorder', actor('host', ['RECORDER', 'host']), null],
    ['a coordinator who acts for somebody else now', actor('other', ['COORDINATOR', 'own']), null],
    ['the secretariat, whoever it acts for', actor(null, ['SECRETARIAT', null]), 'region'],
    ['another municipality', actor('other', ['COORDINATOR', 'other']), null],
  ])('%s', (_, who, capacity) => {
    expect(capacityOf(who, grant, parties)).toBe(capacity);
    expect(permission(grant)(who, parties)).toBe(capacity !== null);
  });

  it('a host that takes part itself acts on nobody’s behalf', () => {
    const host = { organisationId: 'host', hostOrganisationId: 'host' };
    expect(capacityOf(actor('host', ['COORDINATOR', 'host']), { hostOnBehalf: ['COORDINATOR'] }, host)).toBeNull();
  });

  it('can be asked of what leads to the subject', () => {
    const asked = permission(grant, { sees: (who) => who.organisationId !== 'stranger' }).of<{
      one: typeof parties;
    }>(({ one }) => one);
    expect(asked(actor('own', ['RECORDER', 'own']), { one: parties })).toBe(true);
    expect(asked.sees(actor('stranger'), { one: parties })).toBe(false);
    expect(asked.grant).toBe(grant);
  });

  it('is told in words and in codes', () => {
    expect(codesOf(grant)).toEqual([
      'OWN_COORDINATOR',
      'OWN_RECORDER',
      'HOST_ON_BEHALF_COORDINATOR',
      'REGION_SECRETARIAT',
    ]);
    expect(whoMay({ host: ['COORDINATOR'], region: ['SECRETARIAT'] })).toEqual({
      nb: 'koordinatoren hos verten, eller sekretariatet',
      nn: 'koordinatoren hos verten, eller sekretariatet',
      en: 'the coordinator at the host, or the secretariat',
    });
    const refusal = new NotPermitted(['input'], grant).speak('NN');
    expect(refusal.message).toBe(
      'Dette kan du ikkje gjere med rolla di. Det kan koordinatoren eller politisk sekretariat i organisasjonen sjølv, eller koordinatoren hos verten på skriftleg oppmoding, eller sekretariatet.',
    );
    expect(new NotPermitted().speak('EN').message).toBe(NotPermitted.texts.en);
  });
});

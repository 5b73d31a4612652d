import type { Actor, RoleKind } from '@samanker/request';
import { mayAttachFile, mayOpenFile, type AttachedFile, type FileUse } from './attached-file.permissions';

const PARTIES = { organisationId: 'amli', hostOrganisationId: 'kristiansand' };

function actor(organisationId: string | null, ...kinds: RoleKind[]): Actor {
  return {
    personId: 'p',
    name: '',
    language: 'NB',
    regionId: 'agder',
    organisationId,
    roles: kinds.map((kind) => ({ kind, organisationId })),
    logIn: 'OIDC',
    scopes: null,
    requestId: 'r',
  };
}

const PEOPLE = {
  'its reader': actor('amli', 'READER'),
  'its coordinator': actor('amli', 'COORDINATOR'),
  'the host’s coordinator': actor('kristiansand', 'COORDINATOR'),
  'the host’s reader': actor('kristiansand', 'READER'),
  'the secretariat': actor(null, 'SECRETARIAT'),
  'the auditor': actor(null, 'AUDITOR'),
  'another municipality': actor('valle', 'COORDINATOR'),
};
const ALL = Object.keys(PEOPLE);
const TRUSTED = ['its reader', 'its coordinator', 'the host’s coordinator', 'the secretariat', 'the auditor'];

describe('attached-file: who attaches, who opens (R28, R29)', () => {
  it.each<[string, FileUse, 'amli' | 'kristiansand', string[]]>([
    ['public minutes', 'PUBLIC', 'amli', ALL],
    ['minutes that are exempt from public access', 'EXEMPT', 'amli', TRUSTED],
    ['a file that nothing refers to', 'NONE', 'amli', ['its reader', 'its coordinator']],
    ['what the host has put ready', 'NONE', 'kristiansand', TRUSTED],
    ['the written request that the host has acted on', 'EVIDENCE', 'amli', TRUSTED],
    ['exempt minutes that the host uploaded', 'EXEMPT', 'kristiansand', TRUSTED],
  ])('%s', (_, use, uploadedFor, who) => {
    const file: AttachedFile = { ...PARTIES, uploadedFor, use };
    expect(ALL.filter((name) => mayOpenFile(PEOPLE[name as keyof typeof PEOPLE], file))).toEqual(who);
  });

  it('attached by those who record decisions, and by the host’s coordinator', () => {
    expect(ALL.filter((name) => mayAttachFile(PEOPLE[name as keyof typeof PEOPLE], PARTIES))).toEqual([
      'its coordinator',
      'the host’s coordinator',
    ]);
  });
});

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  CHECKPOINT_KIND,
  followCheckpoints,
  keyIdOf,
  signCheckpoint,
  statementHash,
  type SignedCheckpoint,
} from './checkpoint.rules';

const REGION = { id: '019abc00-0000-7000-8000-000000000001', name: 'Agder' };
const ours = generateKeyPairSync('ed25519');
const theirs = generateKeyPairSync('ed25519');

function row(length: number, key: KeyObject = ours.privateKey): SignedCheckpoint[] {
  const made: SignedCheckpoint[] = [];
  for (let number = 1; number <= length; number++) {
    const before = made.at(-1);
    made.push(
      signCheckpoint(
        {
          v: 1,
          kind: CHECKPOINT_KIND,
          region: REGION,
          number,
          seq: number * 10,
          hash: String(number).repeat(64),
          at: '2016-11-16T23:05:00.000Z',
          madeAt: '2016-11-16T23:05:00.000Z',
          previous: before ? statementHash(before.text) : null,
        },
        key,
      ),
    );
  }
  return made;
}

const believed = (keyId: string): boolean => keyId === keyIdOf(ours.publicKey);
const follow = (checkpoints: SignedCheckpoint[]) => followCheckpoints(checkpoints, REGION.id, believed);

describe('signed checkpoints of the log (R31, S9)', () => {
  it('a row of them holds, and says how long the log was', () => {
    expect(follow(row(3))).toMatchObject([{ seq: 10 }, { seq: 20 }, { seq: 30 }]);
  });

  it.each([
    ['a letter of the statement', (text: string) => text.replace('"seq":20', '"seq":21')],
    ['its region', (text: string) => text.replace('Agder', 'Anger')],
  ])('names the one in which %s was changed', (_what, change) => {
    const checkpoints = row(3);
    checkpoints[1] = { ...checkpoints[1]!, text: change(checkpoints[1]!.text) };
    expect(follow(checkpoints)).toEqual({ number: 2, fault: 'SIGNATURE' });
  });

  it('one that was taken out, or put elsewhere', () => {
    const [first, , third] = row(3);
    expect(follow([first!, third!])).toEqual({ number: 2, fault: 'OUT_OF_ORDER' });
    expect(followCheckpoints(row(1), '019abc00-0000-7000-8000-000000000002', believed)).toEqual({
      number: 1,
      fault: 'OUT_OF_ORDER',
    });
  });

  it('one signed with another key is not believed, whatever it calls itself', () => {
    const [first, second] = row(2);
    const [, forged] = row(2, theirs.privateKey);
    expect(follow([first!, forged!])).toEqual({ number: 2, fault: 'UNKNOWN_KEY' });
    expect(follow([first!, { ...second!, publicKey: forged!.publicKey }])).toEqual({ number: 2, fault: 'SIGNATURE' });
  });

  it('one that names another before it', () => {
    const { text } = row(2)[1]!;
    const statement = JSON.parse(text) as Parameters<typeof signCheckpoint>[0];
    const torn = signCheckpoint({ ...statement, previous: '0'.repeat(64) }, ours.privateKey);
    expect(follow([row(1)[0]!, torn])).toEqual({ number: 2, fault: 'BROKEN_LINK' });
  });

  it('what is no statement', () => {
    expect(follow([{ ...row(1)[0]!, text: '{}' }])).toEqual({ number: 1, fault: 'UNREADABLE' });
    expect(follow([{ ...row(1)[0]!, text: 'no JSON' }])).toEqual({ number: 1, fault: 'UNREADABLE' });
  });
});

import { buildMessage, OPENING_LIMIT } from '@samanker/mail';
import { checkpointMail } from './checkpoint-wording.rules';

const checkpoint = {
  region: 'Agder',
  number: 112,
  entries: 48_211,
  hash: 'a'.repeat(64),
  keyId: 'b'.repeat(64),
  madeOn: '2016-11-17',
  file: '{"text":"…"}',
};
const sender = { address: 'samanker@example.no', name: 'Samanker', publicUrl: 'https://samanker.example.no' };

describe('the mail with a checkpoint (R31, U5)', () => {
  it.each(['nb', 'nn', 'en'] as const)('is short, and brings the checkpoint along: %s', (language) => {
    const wording = checkpointMail({
      language,
      recipient: { name: 'Kari Nordmann', deputyFor: 'Ola Hansen' },
      checkpoint,
      url: `${sender.publicUrl}/`,
    });
    const message = buildMessage(
      { ...wording, mailId: 'm1', to: 'revisor@example.no', writtenAt: new Date(0) },
      sender,
    );
    expect(message.subject).toMatch(/^Agder: .*112.* 17\.11\.2016$/);
    expect(message.subject.length).toBeLessThanOrEqual(60);
    expect(message.text.indexOf(sender.publicUrl)).toBeLessThan(OPENING_LIMIT);
    expect(message.text).toMatch(/48[\s,]211/);
    expect(message.text).toMatch(/Kari Nordmann.* Ola Hansen/);
    expect(message.attachments).toEqual([
      expect.objectContaining({ filename: expect.stringMatching(/-112\.json$/), content: `${checkpoint.file}\n` }),
    ]);
  });
});

import { buildMessage, OPENING_LIMIT } from '@samanker/mail';
import { delegationMail } from './delegation-wording.rules';

const delegation = {
  holder: 'Ola Hansen',
  role: 'UNIT_LEADER',
  of: 'Grimstad',
  fromOn: '2016-12-22',
  toOn: '2017-01-02',
} as const;
const sender = { address: 'samanker@example.no', name: 'Samanker', publicUrl: 'https://samanker.example.no' };

describe('the mail to a deputy (R12, U5)', () => {
  it.each([
    ['nb', 'Grimstad: du er stedfortreder fra 22.12.2016', 'enhetsleder'],
    ['nn', 'Grimstad: du er stadfortredar frå 22.12.2016', 'einingsleiar'],
    ['en', 'Grimstad: you are deputy from 22.12.2016', 'a unit leader'],
  ] as const)('says for whom, in which role, when, and what to do about it: %s', (language, subject, role) => {
    const url = `${sender.publicUrl}/my-deputies`;
    const wording = delegationMail({ language, delegation, url });
    const message = buildMessage({ ...wording, mailId: 'm1', to: 'kari@example.no', writtenAt: new Date(0) }, sender);
    expect(message.subject).toBe(subject);
    expect(message.text.indexOf(url)).toBeLessThan(OPENING_LIMIT);
    for (const said of ['Ola Hansen', '22.12.2016', '02.01.2017', role, 'Grimstad'])
      expect(message.text).toContain(said);
  });
});

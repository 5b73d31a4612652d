import { invitationLetter } from './invitation-letter.rules';
import { invitationMail } from './invitation-wording.rules';

const invitation = {
  today: '2016-01-14',
  municipality: 'Åmli kommune / Ámli',
  host: 'Kristiansand',
  caseContact: 'Kari Nordmann',
  caseTitle: 'Kommunalt responssenter',
  answerBy: '2016-01-28',
  decisionDeadline: '2016-12-15',
  invited: 30,
  url: 'https://samanker.example/participations/1',
};
const letterIn = (language: 'nb' | 'nn' | 'en') => {
  const wording = invitationMail({ language, ...invitation, recipient: { name: null } });
  const written = { writtenOn: '2016-01-14', writtenAt: new Date('2016-01-14T08:00:00Z') };
  return { wording, letter: invitationLetter({ language, ...invitation, ...written, wording }) };
};

describe('the invitation as a letter for the archive', () => {
  it.each(['nb', 'nn', 'en'] as const)('says what the mail says, with sender, receiver and dates (%s)', (language) => {
    const { wording, letter } = letterIn(language);
    const said = letter.content.blocks
      .map((block) => ('text' in block ? block.text : JSON.stringify(block)))
      .join('\n');
    expect(said).toContain('Åmli');
    expect(said).toContain('Kristiansand');
    expect(said).toMatch(/14\.? [Jj]anuary? 2016/);
    expect(said).toContain('28.01.2016');
    expect(said).toContain('15.12.2016');
    for (const section of wording.sections) if (section.kind === 'paragraph') expect(said).toContain(section.text);
    expect(said).toContain(invitation.url);
    expect(said).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('has a name that every file system takes', () => {
    expect(letterIn('nb').letter.filename).toBe('invitasjon-åmli-kommune-ámli.pdf');
  });

  it('is announced to the official address alone', () => {
    const to = (name: string | null): string =>
      JSON.stringify(invitationMail({ language: 'nb', ...invitation, recipient: { name } }).sections);
    expect(to(null)).toContain('Invitasjonen ligger ved som PDF');
    expect(to('Kari Nordmann')).not.toContain('PDF');
  });
});

import { buildMessage, subjectLine } from '@samanker/mail';
import { invitationMail, mergeProposalMail } from './invitation-wording.rules';
import type { Wording } from './sentences.rules';
import { type AskedItem, escalationMail } from './wording.rules';

const TITLE = 'Kommunalt responssenter';
const ID = '01537c2e-0000-7000-8000-000000000001';
const ROOT = 'https://samanker.agder.example';
const sender = { address: 'samanker@agder.example', name: 'Samanker', publicUrl: ROOT };
const contact = { name: 'Nina Hansen', organisation: 'Kristiansand', phone: '38 07 50 00' };

function item(over: Partial<AskedItem> = {}): AskedItem {
  return {
    kind: 'TEXT_IN',
    dueOn: '2016-01-28',
    municipality: 'Åmli',
    caseTitle: TITLE,
    subjectId: ID,
    url: `${ROOT}/tasks/${ID}`,
    bodyName: 'Kommunestyret',
    meetingOn: '2016-02-25',
    nextMeetingOn: '2016-04-08',
    anchored: { anchored: 21, of: 30 },
    ...over,
  };
}

function textOf(wording: Wording): string {
  return buildMessage({ ...wording, mailId: 'm', to: 'kari@amli.example', writtenAt: new Date(0) }, sender).text;
}

describe('the other mails', () => {
  it('the escalation names who was asked and what happens, and blames nobody (R10)', () => {
    const asked = {
      language: 'nb' as const,
      today: '2016-02-29',
      recipient: { name: 'Ola Hansen' },
      item: item({ kind: 'DECISION_MADE', dueOn: '2016-02-25' }),
      responsible: { name: 'Kari Nordmann', reminders: 1 },
      coordinator: contact,
    };
    const mail = escalationMail(asked);
    const text = textOf(mail);
    expect(subjectLine(mail.subject)).toBe('Åmli: trenger hjelp, møtet var 25.02.2016');
    const unasked = escalationMail({ ...asked, responsible: { name: 'Kari Nordmann', reminders: 0 } });
    expect(textOf(unasked)).toContain('Kari Nordmann er ansvarlig hos dere. Sørg');
    expect(text).toContain(
      'Hjelp saken videre: vi vet ikke hva som ble vedtatt i kommunestyret torsdag 25. februar.\n',
    );
    expect(text).toContain('Kari Nordmann er ansvarlig hos dere og har fått én påminnelse.');
    expect(text).toContain('Meldingen er sendt for Nina Hansen, koordinator i Kristiansand.');
  });

  it('the invitation says what is asked, by when the decision must be made, and what silence means (R5b)', () => {
    const text = textOf(
      invitationMail({
        language: 'nn',
        today: '2016-01-14',
        recipient: { name: 'Kari Nordmann' },
        municipality: 'Åmli',
        host: 'Kristiansand',
        caseTitle: TITLE,
        answerBy: '2016-01-28',
        decisionDeadline: '2016-06-30',
        invited: 30,
        url: `${ROOT}/x`,
      }),
    );
    expect(text).toContain('Svar på invitasjonen innan torsdag 28. januar: blir Åmli med?\n');
    expect(text).toContain('Kristiansand inviterer Åmli og 29 andre til å kjøpe saman.');
    expect(text).toContain(
      'Vedtaket hos dykk må vere klart innan torsdag 30. juni. Får vi ikkje svar, blir ikkje Åmli rekna som deltakar.',
    );
  });

  it('the merge proposal lists needs and reasons, and that two people decide (R16, R17)', () => {
    const needs = ['Åmli', 'Arendal', 'Åmli'].map((municipality) => ({ municipality, title: 'Trygghetsalarm' }));
    const mail = mergeProposalMail({
      language: 'nb',
      today: '2016-01-14',
      recipient: { name: 'Nina Hansen' },
      needs,
      reasons: ['Samme CPV-klasse 33195'],
      proposedOn: '2016-01-13',
      url: `${ROOT}/x`,
    });
    expect(mail.action).toBe(
      'Vurder samordningsforslaget fra onsdag 13. januar: 3 behov fra Åmli og Arendal kan høre sammen.',
    );
    expect(textOf(mail)).toContain('* Samme CPV-klasse 33195');
    expect(textOf(mail)).toContain('Ingenting blir slått sammen før to personer har godtatt det.');
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { everything, type Everything } from '../builders/everything';
import type { SamankerUnderTest } from '../environment/samanker';

/** A page, and what it is the page of: the path of its route in app.tsx. */
export interface Place {
  readonly route: string;
  readonly path: string;
}

/** A region in which there is something on every page. */
export interface EveryPage {
  readonly all: Everything;
  /** Every page at least once. */
  readonly places: readonly Place[];
  readonly mailId: string;
}

/** The paths of the routes as app.tsx has them. */
export function routesOfTheApp(
  text = readFileSync(resolve(__dirname, '../../apps/web/src/app.tsx'), 'utf8'),
): string[] {
  return [...text.matchAll(/\b(?:page\(|path: )'([^']+)'/g)].map(([, path]) => path!).filter((path) => path !== '/');
}

/** Builds what the pages show, and lists the pages. A new page gets its line here. */
export async function everyPage(env: SamankerUnderTest): Promise<EveryPage> {
  const all = await everything(env);
  const { freezeMergedDemandReport: frozen } = await all.all.mutate(
    'mutation ($input: FreezeMergedDemandReportInput!) { freezeMergedDemandReport(input: $input) { ... on MergedDemandReport { id } ... on UserError { message } } }',
    { input: { caseId: all.ids.caseId } },
  );
  await env.drain();
  const mailId = await aMailInTheMailboxOfTheApi(env);
  const { caseId, participationId, needId, proposalId, personId, organisationId } = all.ids;
  const guest = all.idsFor.adjustRoute!.participationId;
  const nothing = '00000000-0000-7000-8000-000000000000';
  const places: [route: string, ...paths: string[]][] = [
    ['tasks', '/tasks'],
    ['news', '/news'],
    ['needs', '/needs'],
    ['needs/new', '/needs/new'],
    ['needs/:needId', `/needs/${needId}`],
    ['proposals', '/proposals'],
    ['proposals/:proposalId', `/proposals/${proposalId}`],
    ['cases', '/cases'],
    ['cases/import', '/cases/import'],
    ['cases/:caseId', `/cases/${caseId}`, `/cases/${caseId}?filter=OVERDUE`],
    ['cases/:caseId/invite', `/cases/${caseId}/invite`],
    ['cases/:caseId/timeline', `/cases/${caseId}/timeline`],
    ['cases/:caseId/map', `/cases/${caseId}/map`],
    ['cases/:caseId/questions', `/cases/${caseId}/questions`],
    ['cases/:caseId/mails', `/cases/${caseId}/mails`],
    ['cases/:caseId/log', `/cases/${caseId}/log`],
    ['participations/:participationId', `/participations/${participationId}`],
    [
      'cases/:caseId/participations/:participationId',
      `/cases/${caseId}/participations/${participationId}`,
      `/cases/${caseId}/participations/${guest}`,
      `/cases/${caseId}/participations/${nothing}`,
    ],
    [
      'cases/:caseId/participations/:participationId/volumes',
      `/cases/${caseId}/participations/${participationId}/volumes`,
    ],
    ['cases/:caseId/report', `/cases/${caseId}/report`],
    ['cases/:caseId/report/:reportId', `/cases/${caseId}/report/${frozen.id}`],
    ['administration', '/administration'],
    ['administration/organisations', '/administration/organisations'],
    ['administration/programs', '/administration/programs'],
    ['administration/people', '/administration/people'],
    ['administration/people/:personId', `/administration/people/${personId}?organisation=${organisationId}`],
    ['my-deputies', '/my-deputies'],
    ['log', '/log'],
    ['glossary', '/glossary'],
    ['accessibility', '/accessibility'],
    ['privacy', '/privacy'],
    ['region', '/region'],
    ['organisations/:organisationId/cases', `/organisations/${organisationId}/cases`],
    ['administration/calendars', '/administration/calendars'],
    ['administration/calendars/import', '/administration/calendars/import'],
    ['administration/routes', '/administration/routes'],
    ['administration/closed-weeks', '/administration/closed-weeks'],
    ['administration/reminders', '/administration/reminders'],
    ['mailbox', '/mailbox'],
    ['mailbox/:mailId', `/mailbox/${mailId}`],
    ['my-session', '/my-session'],
    ['log-in-failed', '/log-in-failed?because=NO_ROLE'],
    ['*', '/nowhere'],
  ];
  return {
    all,
    mailId,
    places: places.flatMap(([route, ...paths]) => paths.map((path) => ({ route, path }))),
  };
}

/** A mail that the page of the mailbox can show: the one that the API itself hosts. */
async function aMailInTheMailboxOfTheApi(env: SamankerUnderTest): Promise<string> {
  const { createTransport } = await import('nodemailer');
  const { DevelopmentMailbox } = await import('@samanker/mail');
  const mailbox = env.api.get(DevelopmentMailbox, { strict: false });
  const transport = createTransport({ host: '127.0.0.1', port: mailbox.port, secure: false });
  await transport.sendMail({
    from: 'samanker@samanker.example',
    to: 'person@kommune.example',
    subject: 'Grimstad: hva ble vedtatt?',
    text: 'Svar nå\nhttp://localhost:3000/tasks',
    html: '<html lang="nb"><head><title>Svar</title></head><body><main><h1>Svar nå</h1></main></body></html>',
  });
  transport.close();
  return (await mailbox.list({ limit: 1, offset: 0 })).messages[0]!.id;
}

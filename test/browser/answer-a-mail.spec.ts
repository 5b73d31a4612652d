import { anInvited, decide, submit, type BuiltRoute } from '../builders/anchoring';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, WEB_FOLDER, type Browser } from './chromium';

describe('from the mail to the recorded answer (U3)', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let route: BuiltRoute;
  let link: string;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-09-05T09:00+02:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    route = await anInvited(env, { name: 'Grimstad' });
    await decide(route.client, route.steps[0]!, 'RECOMMENDED', '2016-09-05');
    await submit(route.client, route.steps[1]!, route.executive.meetings['2016-10-12']!);
    await env.drain();
    await env.mailbox.clear();
    // The first working day after the meeting: what was decided?
    await env.setClock('2016-10-13T08:30+02:00');
    await env.drain();
    const { messages } = await env.mailbox.list({ to: route.person.email, limit: 10, offset: 0 });
    const mail = await env.mailbox.read(messages[0]!.id);
    link = new URL(/https?:\/\/\S+/.exec(mail!.text)![0]).pathname;
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const outcomesOf = async (): Promise<string[]> =>
    (await env.admin.query('select outcome from decision where step_id = $1', [route.steps[1]])).map(
      ({ outcome }: { outcome: string }) => outcome,
    );

  it('the link stands open for everybody: without a session it shows the log-in, and stays where it is', async () => {
    await browser.open(link);
    expect(await browser.page.getByRole('heading', { level: 1 }).textContent()).toBe('Logg inn');
    await browser.page.getByLabel('Søk etter navn, kommune eller rolle').fill('Grimstad');
    await browser.page
      .getByRole('button', { name: new RegExp(`Person \\d+.*Koordinator|Person \\d+`) })
      .first()
      .click();
    await browser.page.getByRole('heading', { level: 1, name: 'Grimstad' }).waitFor();
    expect(new URL(browser.page.url()).pathname).toContain(route.participationId);
  });

  it('two clicks after log-in: the outcome and the button', async () => {
    const { page } = browser;
    await page.getByRole('heading', { name: 'Gjør dette nå' }).waitFor();
    expect(await outcomesOf()).toEqual([]);
    await page.getByRole('radio', { name: 'Tilrådd', exact: true }).click();
    await page.getByRole('button', { name: 'Før vedtaket' }).click();
    await page.getByRole('status').filter({ hasText: 'er ført' }).waitFor();
    expect(await outcomesOf()).toEqual(['RECOMMENDED']);
    const [kept] = await env.admin.query(
      'select decided_on::text as "decidedOn", meeting_id as "meetingId" from decision where step_id = $1',
      [route.steps[1]],
    );
    expect(kept).toEqual({ decidedOn: '2016-10-12', meetingId: route.executive.meetings['2016-10-12'] });
    expect(browser.mutations).toEqual(['DecideAnchoringStep']);
  });

  it('from my tasks it is three clicks; the task is gone afterwards', async () => {
    await submit(route.client, route.steps[2]!, route.council.meetings['2016-10-26']!);
    await env.drain();
    await env.setClock('2016-10-27T08:30+02:00');
    await env.drain();
    const { page } = browser;
    await browser.open('/tasks');
    const [asked] = (await route.client.query('{ myTasks { kind asked } }')).myTasks;
    expect(asked.kind).toBe('DECISION_MADE');
    const task = page.getByRole('link', { name: asked.asked });
    await task.click();
    await page.getByRole('radio', { name: 'Vedtatt', exact: true }).click();
    await page.getByRole('button', { name: 'Før vedtaket' }).click();
    await page.getByRole('status').filter({ hasText: 'er ført' }).waitFor();
    await page.getByRole('link', { name: 'Mine oppgaver', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Mine oppgaver' }).waitFor();
    await task.waitFor({ state: 'detached' });
    expect(await page.getByRole('link', { name: /mengdene/ }).count()).toBe(1);
  });

  it('a refusal stands at the field that it names, which has the focus', async () => {
    const { page } = browser;
    await browser.open(`/cases/${route.case.caseId}/participations/${route.participationId}`);
    // Parts of the page that come later move what is clicked.
    await page.waitForLoadState('networkidle');
    await page.getByText('Utfyll eller erstatt vedtaket').last().click();
    await page.getByText('Erstatt vedtaket', { exact: true }).last().click();
    const form = page.getByRole('form', { name: /Før vedtaket: Kommunestyret/ });
    await form.getByRole('radio', { name: 'Vedtatt', exact: true }).click();
    await form.getByLabel('Dato for vedtaket').fill('01.12.2016');
    await form.getByRole('button', { name: 'Erstatt vedtaket' }).click();
    await form.getByRole('alert').waitFor();
    const field = form.getByLabel('Dato for vedtaket');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.evaluate('document.activeElement?.getAttribute("name")')).toBe('decidedOn');
  });

  it('prints nothing, breaks no policy', () => {
    expect(browser.complaints).toEqual([]);
  });
});

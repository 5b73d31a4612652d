import { readWorkbook } from '@samanker/attachment';
import { readFile } from 'node:fs/promises';
import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { aWorkbook } from '../builders/workbook';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, WEB_FOLDER, type Browser } from './chromium';

describe('volumes from Excel (U7)', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let route: BuiltRoute;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-09-05T09:00+02:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    route = await anInvited(env, { name: 'Grimstad' });
    await browser.become(route.client.token);
    await browser.open(`/cases/${route.case.caseId}/participations/${route.participationId}/volumes`);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  const saved = async (wanted: string[]): Promise<void> => {
    const drafts = async (): Promise<string[]> =>
      (
        await env.admin.query(
          `select d.year || ' ' || trim_scale(d.expected) as said from volume_draft d join volume_item i on i.id = d.item_id where d.participation_id = $1 order by i.number, d.year`,
          [route.participationId],
        )
      ).map(({ said }: { said: string }) => said);
    for (let tries = 0; tries < 40 && (await drafts()).join() !== wanted.join(); tries++)
      await new Promise((soon) => setTimeout(soon, 250));
    expect(await drafts()).toEqual(wanted);
  };

  it('a block copied from a spreadsheet fills the cells to the right and down, and is saved as one goes', async () => {
    const { page } = browser;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByLabel(/^Trygghetsalarm, 2017/).focus();
    await page.evaluate(`navigator.clipboard.writeText('1 234,5\\t20\\r\\n3\\t4,25\\r\\n')`);
    await page.keyboard.press('Control+V');
    expect(await page.getByLabel(/^Installasjon, 2018/).inputValue()).toBe('4,25');
    expect(await page.locator('[data-sum]').first().textContent()).toBe('1\u00a0254,5');
    await saved(['2017 1234.5', '2018 20', '2017 3', '2018 4.25']);
    await page.getByText('Bare dere ser den til dere melder inn').waitFor();
  });

  it('comes down, and what was filled in is shown before it is taken over', async () => {
    const { page } = browser;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Last ned Excel' }).click(),
    ]);
    const read = await readWorkbook(await readFile(await download.path()));
    if (typeof read === 'string') throw new Error(read);
    const rows = read[0]!.rows.map((row) => row.map((cell) => cell as string | null));
    const upload = async (change: (rows: (string | null)[][]) => void): Promise<void> => {
      const filled = structuredClone(rows);
      change(filled);
      await page
        .getByLabel('Last opp Excel')
        .setInputFiles({ name: 'volum.xlsx', mimeType: '', buffer: aWorkbook(filled, 'Volum') });
    };
    await upload(() => undefined);
    await page.getByText('Filen sier det samme som arket').waitFor();
    await upload((wrong) => (wrong[1]![4] = 'mange'));
    await page.getByRole('rowheader', { name: 'Volum!E2' }).waitFor();
    await page.getByRole('cell', { name: 'Cellen er ikke et tall. Skriv for eksempel 1 234,5.' }).waitFor();
    expect(await page.getByRole('button', { name: 'Ta i bruk' }).count()).toBe(0);

    await upload((right) => (right[1]![4] = '2 000,5'));
    await page.getByRole('heading', { name: 'Ett tall blir endret' }).waitFor();
    await page.getByRole('button', { name: 'Ta i bruk' }).click();
    expect(await page.getByLabel(/^Trygghetsalarm, 2017/).inputValue()).toBe('2\u00a0000,5');
    await saved(['2017 2000.5', '2018 20', '2017 3', '2018 4.25']);
  });
});

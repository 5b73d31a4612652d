import { anOrganisation, aPerson } from '../builders/organisation';
import { MUNICIPAL_ROLES } from '../builders/everything';
import { aCase } from '../builders/procurement-case';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, violationsOn, WEB_FOLDER, type Browser } from './chromium';
import { movesSideways, unheardOn } from './look';
import { everyPage, type EveryPage } from './pages';

/** Pages that ask nothing of the API, or nothing without which they are of no use. */
const ASK_NOTHING = [
  '*',
  'accessibility',
  'administration',
  'glossary',
  'log-in-failed',
  'mailbox',
  'mailbox/:mailId',
  'my-session',
  'privacy',
];

const LANGUAGES = ['NB', 'NN', 'EN'];

describe('pages with nothing on them, and pages that could not be shown (U1)', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let pages: EveryPage;

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    // A question that fails is asked twice more, each time after a longer pause; here nobody waits that long.
    await browser.page.addInitScript(`{
      const later = window.setTimeout;
      window.setTimeout = (work, pause, ...rest) => later(work, pause >= 1000 && pause < 10000 ? 1 : pause, ...rest);
    }`);
    pages = await everyPage(env);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  /** What is wrong with the pages, wide and narrow; the languages take turns. */
  async function faultsOf(paths: readonly string[], more: () => Promise<string[]>): Promise<Record<string, string[]>> {
    const { page } = browser;
    const found: Record<string, string[]> = {};
    for (const [at, language] of LANGUAGES.entries()) {
      await env.admin.query('update person set language = $1', [language]);
      for (const path of paths.filter((_path, place) => place % LANGUAGES.length === at)) {
        await page.setViewportSize({ width: 1280, height: 900 });
        const opened = await browser.open(path).then(
          () => true,
          () => false,
        );
        if (!opened) {
          found[path] = ['the page does not come'];
          continue;
        }
        await page.locator(`html[lang="${language.toLowerCase()}"]`).waitFor();
        const here = [...(await more()), ...(await unheardOn(page))];
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          here.push(...(await violationsOn(page)));
          if (await movesSideways(page)) here.push(`${width}: the page scrolls sideways`);
        }
        if (here.length > 0) found[`${language} ${path}`] = here;
      }
    }
    return found;
  }

  it('where there is nothing yet, pages say so, and what comes next', async () => {
    const built = await aCase(env, { parts: [] });
    const { regionId, hostOrganisationId, caseId } = built;
    const person = await aPerson(env, regionId, { organisationId: hostOrganisationId, roles: [...MUNICIPAL_ROLES] });
    for (const kind of ['SECRETARIAT', 'REGIONAL_GROUP'])
      await env.admin.query('insert into role (region_id, person_id, kind) values ($1, $2, $3)', [
        regionId,
        person.personId,
        kind,
      ]);
    await browser.become((await env.as(person)).token);
    await anOrganisation(env, regionId);
    const empty = pages.places
      .filter(({ route }) => !/:(?!caseId)/.test(route) && route !== '*')
      .map(({ path }) => path.replace(pages.all.ids.caseId!, caseId));
    expect(empty.length).toBeGreaterThan(12);
    const found = await faultsOf([...new Set(empty)], async () => {
      const words = ((await browser.page.locator('main').textContent()) ?? '').trim().split(/\s+/).length;
      return words < 6 ? ['an empty page that says nothing'] : [];
    });
    expect(found).toEqual({});
    expect(browser.complaints).toEqual([]);
  }, 240_000);

  it('where an answer fails, a page says so under a heading, and offers to try again', async () => {
    const { page } = browser;
    await browser.become(pages.all.all.token);
    await page.route('**/graphql', async (route) => {
      const { query } = route.request().postDataJSON() as { query: string };
      if (/query (Me|MySession)\b/.test(query)) return route.fallback();
      const errors = [{ message: 'Something went wrong here.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
      return route.fulfill({ json: { errors }, headers: { 'x-request-id': 'abc-123' } });
    });
    const asking = pages.places.filter(({ route }) => !ASK_NOTHING.includes(route)).map(({ path }) => path);
    const found = await faultsOf([...new Set(asking)], async () => {
      const told = await page
        .locator('main [role="alert"]')
        .first()
        .waitFor({ timeout: 5_000 })
        .then(
          () => true,
          () => false,
        );
      return !told ? ['nothing tells that the answer failed'] : [];
    });
    await page.unroute('**/graphql');
    expect(found).toEqual({});
  }, 240_000);
});

import type { Page } from 'playwright-core';
import { OPERATOR, startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, WEB_FOLDER, type Browser } from './chromium';
import { everyPage, type EveryPage } from './pages';

/** Stand around every text of the catalogue. */
const [OPENS, CLOSES] = ['⟦', '⟧'];

/** Makes a fourth catalogue of one that the pages load: the same texts, marked. It runs in the browser. */
const MARKED = `const marked = (text) => typeof text === 'string' ? (text === '' ? '' : '${OPENS}' + text + '${CLOSES}')
  : typeof text === 'function' ? (...blanks) => marked(text(...blanks))
  : Object.fromEntries(Object.entries(text).map(([key, value]) => [key, marked(value)]));`;

/** What is the same in every language, or is written by a rule and not by a text: dates, figures, names of things. */
const NO_TEXT = [
  /\b(måndag|tysdag|onsdag|torsdag|fredag|laurdag|søndag)\b/giu,
  /\b(januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\b/giu,
  /\b(jan|feb|mars|apr|mai|juni|juli|aug|sep|sept|okt|nov|des)\b\.?/giu,
  /\b(Samanker|CPV|SHA-256|CSV|PDF|Excel|JSON|kr|stk|mva|P50|P80|P95)\b/gu,
];

interface Shown {
  readonly text: string;
  readonly where: string;
}

describe('pages in a language that nobody speaks: every text comes from the catalogue', () => {
  let env: SamankerUnderTest;
  let browser: Browser;
  let pages: EveryPage;
  let replaced = 0;
  /** Every text that came from the API, or from a setting. */
  const data = new Set<string>(Object.values(OPERATOR));

  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
    pages = await everyPage(env);
    await env.admin.query(`update person set language = 'NN'`);
    await browser.become(pages.all.all.token);
    const { page } = browser;
    await page.route('**/assets/nn-*.js', async (route) => {
      const response = await route.fetch();
      const code = await response.text();
      const exported = /export\{([\w$]+) as nn\};?\s*$/;
      if (!exported.test(code)) return route.fulfill({ response });
      replaced++;
      const body = code.replace(
        exported,
        (_all, name: string) => `${MARKED}const pseudo=marked(${name});export{pseudo as nn};`,
      );
      return route.fulfill({ response, body });
    });
    page.on('response', (response) => {
      if (!/json/.test(response.headers()['content-type'] ?? '')) return;
      void response.json().then(
        (answer) => collect(answer, data),
        () => undefined,
      );
    });
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  /** What stands on the page and was neither in the catalogue nor in an answer. */
  async function raw(page: Page): Promise<string[]> {
    const shown = (await page.evaluate(SHOWN)) as Shown[];
    const known = [...data].join('\n').toLowerCase();
    return shown
      .map(({ text, where }) => ({ where, rests: rests(text).filter((rest) => !known.includes(rest.toLowerCase())) }))
      .filter(({ rests: left }) => left.length > 0)
      .map(({ rests: left, where }) => `${left.join(' … ')} (${where})`);
  }

  it('no page shows a text without marks, but for data (U4)', async () => {
    const { page } = browser;
    const found: Record<string, string[]> = {};
    for (const { path } of pages.places) {
      await browser.open(path);
      await page.locator('html[lang="nn"]').waitFor();
      await page.evaluate(`(() => {
        for (const one of document.querySelectorAll('main details:not([open]) > summary')) one.click();
        for (const one of document.querySelectorAll('header button[aria-expanded=false]')) one.click();
      })()`);
      await page.waitForTimeout(50);
      await page.locator('.spinning').first().waitFor({ state: 'detached' });
      // The page came in Bokmål, until it was known who reads it.
      for (let tries = 0; tries < 10 && !(await page.title()).includes(CLOSES!); tries++) await page.waitForTimeout(20);
      const here = await raw(page);
      if (here.length > 0) found[path] = here;
    }
    expect(replaced).toBeGreaterThan(0);
    expect(found).toEqual({});
  }, 180_000);

  it('headings have at most eight words, names of things not counted', async () => {
    const { page } = browser;
    const long: string[] = [];
    for (const { path } of pages.places) {
      await browser.open(path);
      await page.locator('html[lang="nn"]').waitFor();
      const headings = await page.locator('main :is(h1, h2, h3, summary)').allTextContents();
      for (const heading of headings) {
        let text = heading;
        for (const name of data) if (name.length > 3) text = text.replaceAll(name, ' ');
        const words = text
          .replaceAll(/[⟦⟧]/g, ' ')
          .split(/\s+/)
          .filter((word) => /\p{L}/u.test(word));
        if (words.length > 8) long.push(`${path}: ${heading}`);
      }
    }
    expect([...new Set(long)]).toEqual([]);
  }, 120_000);

  it('canary: a text that stands in the page itself is found', async () => {
    const { page } = browser;
    await browser.open('/nowhere');
    await page.locator('html[lang="nn"]').waitFor();
    await page.evaluate(`document.querySelector('h1').append(' Lagre dette')`);
    await page.evaluate(
      `document.querySelector('h1').insertAdjacentHTML('afterend', '<button aria-label="Skjul denne"></button>')`,
    );
    expect(await raw(page)).toEqual([expect.stringContaining('Lagre dette'), expect.stringContaining('Skjul denne')]);
  });
});

/** Every text below an answer. */
function collect(answer: unknown, into: Set<string>): void {
  if (typeof answer === 'string') into.add(answer);
  else if (Array.isArray(answer)) for (const one of answer) collect(one, into);
  else if (typeof answer === 'object' && answer !== null) for (const one of Object.values(answer)) collect(one, into);
}

/** What is left of a text between the marks, and has letters. */
function rests(text: string): string[] {
  let depth = 0;
  let outside = '';
  for (const sign of text) {
    if (sign === OPENS) depth++;
    else if (sign === CLOSES) depth--;
    else outside += depth === 0 ? sign : '';
    if (sign === CLOSES && depth === 0) outside += '\u0000';
  }
  for (const pattern of NO_TEXT) outside = outside.replaceAll(pattern, ' ');
  return outside
    .split(/[\u0000,;:·()/–—]|\s[-+]\s/)
    .map((rest) => rest.replaceAll(/\s+/g, ' ').replaceAll(/^[\s.\d]+|[\s.\d]+$/g, ''))
    .filter((rest) => /\p{L}{2}/u.test(rest));
}

/** Every text that is seen, and every one that is heard, with where it stands. Code, files and frames are nobody's texts; the design system itself names what empties a search, in the language of the page. */
const SHOWN = `(() => {
  const shown = [];
  const skipped = 'code, pre, iframe, script, style, textarea, [lang]:not(html), .ds-search > [type=reset]';
  const where = (element) => element.tagName.toLowerCase() + (element.className && typeof element.className === 'string' ? '.' + element.className.split(' ')[0] : '');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest(skipped) || !node.data.trim() || !(parent.checkVisibility() || parent.closest('option, .unseen'))) continue;
    shown.push({ text: node.data, where: where(parent) });
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt], [aria-description]'))
    if (!element.closest(skipped))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
        if (element.getAttribute(name)) shown.push({ text: element.getAttribute(name), where: where(element) + ' ' + name });
  shown.push({ text: document.title, where: 'title of the page' });
  return shown;
})()`;

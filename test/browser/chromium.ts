import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import type { SamankerUnderTest } from '../environment/samanker';

/** Where the built web app lies. */
export const WEB_FOLDER = resolve(__dirname, '../../dist/web');

/** Where systems put Chromium; CHROMIUM_PATH names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Without these Chromium looks for hosts of its maker, which a closed network refuses. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** One browser with one window. */
export interface Browser {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that the pages wrote to the console, threw, or tried against the content security policy. */
  readonly complaints: string[];
  /** What was asked of other servers than the one that the pages come from. */
  readonly elsewhere: string[];
  /** Pages that came without a content security policy, or with one that lets scripts of anybody in. */
  readonly withoutPolicy: string[];
  /** The GraphQL mutations that the pages have sent. */
  readonly mutations: string[];
  /** Acts as the owner of a session token from now on. */
  become(token: string): Promise<void>;
  /** Opens a path and waits until the page has what it shows. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

export async function openBrowser(env: SamankerUnderTest, { width = 1280, height = 900 } = {}): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), 'samanker-chromium-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM_PATH ?? PLACES.find(existsSync),
    headless: true,
    args: FLAGS,
    viewport: { width, height },
    // What unfolds slowly moves away between the press and the release of the button.
    reducedMotion: 'reduce',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  const withoutPolicy: string[] = [];
  const mutations: string[] = [];
  // Chromium tells of each clearing that the service asks for; whatever else is said is a complaint.
  const told = (text: string): boolean => text.startsWith('Clear-Site-Data header on');
  page.on(
    'console',
    (message) => told(message.text()) || complaints.push(`${message.type()}: ${message.text()} (${page.url()})`),
  );
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message} (${page.url()})`));
  page.on('response', (response) => {
    // A mail in its frame has a policy of its own.
    if (!response.request().isNavigationRequest() || response.frame() !== page.mainFrame()) return;
    const policy = response.headers()['content-security-policy'] ?? '';
    if (!/default-src '(self|none)'/.test(policy) || /unsafe-|\*/.test(policy)) withoutPolicy.push(response.url());
  });
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(`${env.url}/`))
      elsewhere.push(request.url());
    const query = request.url().endsWith('/graphql') ? (request.postData() ?? '') : '';
    const verb = /"query":"\s*(?:\\n)?\s*mutation (\w+)/.exec(query)?.[1];
    if (verb) mutations.push(verb);
  });
  return {
    page,
    context,
    complaints,
    elsewhere,
    withoutPolicy,
    mutations,
    // Set for https, as the prefix demands; Chromium sends it to its own machine without TLS too.
    become: (token) =>
      context.addCookies([
        {
          name: '__Host-samanker',
          value: token,
          url: env.url.replace(/^http:/, 'https:'),
          httpOnly: true,
          secure: true,
          sameSite: 'Lax',
        },
      ]),
    open: async (path) => {
      await page.goto(env.url + path, { waitUntil: 'domcontentloaded' });
      await page.locator('#content h1').waitFor();
      await page.locator('.spinning').first().waitFor({ state: 'detached' });
    },
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Waits until an expression is true on the page. Not `waitForFunction`: that evaluates text by the page itself, which its
 * policy forbids (S10).
 */
export async function untilTrue(page: Page, expression: string, limitMs = 30_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`was never true within ${limitMs} ms: ${expression}`);
    await page.waitForTimeout(50);
  }
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

let axe: string | undefined;

/** What axe finds wrong on the page as it stands, by the rules of WCAG 2.2 A and AA. */
export async function violationsOn(page: Page): Promise<string[]> {
  axe ??= await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  const tags = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(`${axe}; 0`);
  // What fades in has too little contrast until it is there; what turns for ever is not waited for.
  await page.evaluate(`Promise.all(document.getAnimations()
    .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
    .map((one) => one.finished.catch(() => undefined)))`);
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: ${tags}, resultTypes: ['violations'] })`,
  )) as { violations: readonly Violation[] };
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} – ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  );
}

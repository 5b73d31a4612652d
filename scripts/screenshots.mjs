// `npm run screenshots`: the pictures of the README, from the demo as `npm start` shows it, in a real Chromium. Starts a
// service of its own in a folder of its own, and stops it; or looks at the one at SAMANKER_ADDRESS.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openChromium } from './chromium.mjs';
import { freePort } from './embedded-postgres.mjs';
import { prepare } from './prepare.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const OUT = join(ROOT, 'docs', 'images');
const LARGEST = 250_000;
const WIDE = { width: 1280, height: 860 };
const TALL = { width: 1280, height: 1180 };
const PHONE = { width: 390, height: 844 };
/** A spreadsheet as coordinators keep it. */
const SHEET = [
  'Felles innkjøp av nødnettradioer – hvem er med?',
  'Kommune\tStatus\tDato\tDeltakelse\tAntall radioer\tSier de\tMerknad',
  'Risør kommune\tVedtatt i KS, sak 87/16\t27.10.16\tja\t24\t\t',
  'Grimstad\tok\t31.10.2016\tja\t40\t\tØnsker opplæring',
  'Sogne\tskal opp i kommunestyret\t14.12.16\topsjon\t18\ti desember\t',
  'Lillesand\tnesten i mål\t\t?\t\ti januar\tRingt to ganger',
  'Arendal\tVedtatt\t27.10.2016\tja\t95\t\t',
].join('\n');
/** Which pictures: all, or those named. */
const wanted = process.argv.slice(2);

await prepare();
const folder = mkdtempSync(join(tmpdir(), 'samanker-pictures-'));
const port = await freePort();
const address = process.env.SAMANKER_ADDRESS ?? `http://localhost:${port}`;
const service = process.env.SAMANKER_ADDRESS ? null : start();
let browser;
try {
  await untilReady();
  browser = await openChromium(join(folder, 'chromium'), WIDE);
  mkdirSync(OUT, { recursive: true });
  await pictures(browser.pages()[0] ?? (await browser.newPage()));
} finally {
  await browser?.close();
  service?.kill('SIGINT');
  await new Promise((gone) => (service?.exitCode === null ? service.on('exit', gone) : gone()));
  rmSync(folder, { recursive: true, force: true });
}

function start() {
  return spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs')], {
    env: { ...process.env, PORT: String(port), SAMANKER_DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function untilReady() {
  for (const end = Date.now() + 600_000; Date.now() < end && !service?.exitCode;) {
    const answer = await fetch(`${address}/health/ready`).catch(() => null);
    if (answer?.status === 200 && (await fetch(`${address}/development/people`)).ok) return;
    await new Promise((wake) => setTimeout(wake, 250));
  }
  throw new Error('The service did not get ready.');
}

async function pictures(page) {
  const people = await (await fetch(`${address}/development/people`)).json();
  /** Acts as somebody of the demo from now on. */
  const become = async (name) => {
    const person = people.find((one) => one.name === name);
    if (!person) throw new Error(`Nobody in the demo is called ${name}.`);
    await open('/my-session').catch(() => undefined);
    await page.evaluate(
      async ({ personId, organisationId }) => {
        const answer = await fetch('/development/log-in', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ personId, organisationId }),
        });
        if (!answer.ok) throw new Error(`log-in: ${answer.status}`);
        localStorage.setItem('samanker.development', '1');
      },
      { personId: person.personId, organisationId: person.organisationId },
    );
  };
  const ask = (query, variables = {}) =>
    page.evaluate(
      async (body) => {
        const answer = await fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        return (await answer.json()).data;
      },
      { query, variables },
    );
  const open = async (path) => {
    await page.goto(address + path, { waitUntil: 'networkidle' });
    await page.locator('#content h1').waitFor();
    await page.locator('.spinning').first().waitFor({ state: 'detached' });
    await page.evaluate('document.fonts.ready');
  };
  const take = async (name, look = async () => undefined) => {
    if (wanted.length > 0 && !wanted.includes(name)) return;
    await look();
    const path = join(OUT, `${name}.png`);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    const { size } = statSync(path);
    console.log(`${name}.png  ${Math.round(size / 1000)} kB`);
    if (size > LARGEST) throw new Error(`${name}.png is larger than ${LARGEST} bytes.`);
  };

  await take('log-in', () => open('/tasks'));
  await become('Saksansvarlig Kristiansand');
  await open('/tasks');
  const { procurementCases } = await ask('{ procurementCases { id } }');
  const at = `/cases/${procurementCases[0].id}`;
  const { participations } = await ask(
    'query ($caseId: UUID!) { participations(caseId: $caseId) { id organisationName } }',
    { caseId: procurementCases[0].id },
  );
  const of = (name) => `${at}/participations/${participations.find((one) => one.organisationName === name).id}`;

  await take('board', () => open(at));
  await take('side-panel', async () => {
    await open(at);
    await openPanel(page, 'Sirdal');
  });
  await take('time-line', () => open(`${at}/timeline`));
  await take('map', async () => {
    await open(`${at}/map`);
    await page.evaluate('scrollTo(0, 100)');
  });
  await take('report', () => open(`${at}/report`));
  await take('log', () => open(`${at}/log`));
  await take('import', async () => {
    await open('/cases/import');
    await page.locator('textarea').first().fill(SHEET);
    await page.locator('form button[type=submit]').click();
    await page.locator('.answers, .effects').first().waitFor();
    await page.evaluate('scrollTo(0, 0)');
  });
  await become('Saksansvarleg Åmli');
  await take('volumes', () => open(`${of('Åmli')}/volumes`));
  await become('Politisk sekretariat Kvinesdal');
  await take('tasks', () => open('/tasks'));
  await page.setViewportSize(PHONE);
  await take('phone', () => open('/tasks'));
  await page.setViewportSize(TALL);
  await take('decide', async () => {
    await open('/tasks');
    await open(await page.locator('#content a[href*="/participations/"]').first().getAttribute('href'));
    await page.locator('#content form, #content .ds-card').first().waitFor();
  });
}

async function openPanel(page, name) {
  const row = page.getByRole('row', { name: new RegExp(name) }).first();
  const button = row.getByRole('button').first();
  if (await button.count()) await button.click();
  await page.waitForLoadState('networkidle');
}

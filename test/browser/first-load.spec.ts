import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { anInvited } from '../builders/anchoring';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, WEB_FOLDER, type Browser } from './chromium';

const ROOT = resolve(__dirname, '../..');
const MOST_BYTES = 250 * 1024;

describe('the first load (P8, S10)', () => {
  let env: SamankerUnderTest;
  let browser: Browser;

  beforeAll(async () => {
    env = await startSamanker({ webFolder: WEB_FOLDER });
    browser = await openBrowser(env);
  });
  afterAll(async () => {
    await browser?.close();
    await env?.stop();
  });

  it('the heaviest page asks for at most 250 kB of JavaScript, compressed, and everything from here', async () => {
    const route = await anInvited(env);
    await browser.become(route.client.token);
    const asked = new Set<string>();
    browser.page.on('request', (request) => asked.add(request.url()));
    await browser.open(`/cases/${route.case.caseId}/participations/${route.participationId}`);
    const scripts = [...asked].filter((url) => url.endsWith('.js')).map((url) => new URL(url).pathname);
    const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(WEB_FOLDER, path))).length, 0);
    expect(scripts.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect([...asked].filter((url) => !url.startsWith(env.url))).toEqual([]);
  });

  it('scripts and styles come compressed, to those who accept it', async () => {
    const [script] = readdirSync(join(WEB_FOLDER, 'assets')).filter((name) => /^index-.*\.js$/.test(name));
    const url = `${env.url}/assets/${script}`;
    const compressed = await fetch(url, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect(compressed.headers.get('content-type')).toMatch(/javascript/);
    expect(compressed.headers.get('cache-control')).toMatch(/immutable/);
    const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await compressed.text()).toBe(await plain.text());
    expect((await fetch(`${url}.br`)).status).toBe(404);
  });

  it('no source map is handed out, no style stands in the page', () => {
    expect(readdirSync(join(WEB_FOLDER, 'assets')).filter((name) => name.endsWith('.map'))).toEqual([]);
    expect(readFileSync(join(WEB_FOLDER, 'index.html'), 'utf8')).not.toMatch(/<style|style=|<script>(?!<)/);
  });

  it('the generated types fit schema.graphql', async () => {
    await promisify(execFile)(process.execPath, ['codegen.mjs', '--check'], { cwd: join(ROOT, 'apps/web') });
  });
});

import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readMailSettings } from '@samanker/mail';
import { createApi } from '../../apps/api/src/api';
import { anInvited } from '../builders/anchoring';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';
import { openBrowser, WEB_FOLDER, type Browser } from './chromium';

describe('the web app where only known operations are taken (PERSISTED_ONLY)', () => {
  let env: SamankerUnderTest;
  let strict: NestFastifyApplication;
  let url: string;
  let browser: Browser;
  beforeAll(async () => {
    // What the test itself asks for stands in no manifest: it goes to another API on the same database.
    env = await startSamanker({ worker: false });
    strict = await createApi({
      databaseUrl: env.db.DATABASE_URL,
      sweeperUrl: env.db.SWEEPER_DATABASE_URL,
      mail: { ...readMailSettings({ NODE_ENV: 'test', SMTP_URL: 'smtp://localhost:9' }), mailboxPort: 0 },
      attachmentStore: env.attachmentStore,
      introspection: false,
      logLevel: 'silent',
      webFolder: WEB_FOLDER,
      persisted: { only: true, folders: [join(WEB_FOLDER, '../persisted-operations')] },
    });
    await strict.listen(0, '127.0.0.1');
    url = await strict.getUrl();
    browser = await openBrowser({ ...env, url });
  });
  afterAll(async () => {
    await browser?.close();
    await strict?.close();
    await env?.stop();
  });

  it('shows its pages and keeps a change', async () => {
    const { page } = browser;
    const statuses: number[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('/graphql')) statuses.push(response.status());
    });
    const route = await anInvited(env);
    await browser.become(route.client.token);
    const participation = `/cases/${route.case.caseId}/participations/${route.participationId}`;
    for (const path of ['/', '/cases', '/needs', `/cases/${route.case.caseId}`, participation])
      await browser.open(path);
    expect(statuses.length).toBeGreaterThan(5);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const foreign = await page.evaluate(
      `fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ me { name } }"}' }).then((answer) => answer.status)`,
    );
    expect(foreign).toBe(400);
  });
});

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, writeFile, chmod } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { placeOf, sweepAttachments } from '@samanker/attachment';
import { SWEEPER_DATA_SOURCE, Transactions } from '@samanker/database';
import { openSession, sessionCookie } from '@samanker/identity';
import type { RoleKind } from '@samanker/request';
import type { DataSource } from 'typeorm';
import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { aPdf, download, upload } from '../builders/attachment';
import { aPerson, anOrganisation, aRegion } from '../builders/organisation';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

const sha = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Sends a PDF that goes on and on, until it is told to stop. */
async function endless(url: string, token: string, subjectId: string) {
  const chunk = Buffer.alloc(64 * 1024, '% filling\n');
  const sending = request(`${url}/attachments?for=${subjectId}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/pdf', 'transfer-encoding': 'chunked' },
  });
  let sent = 0;
  let over = false;
  sending.on('error', () => (over = true));
  const answer = once(sending, 'response').then(async ([response]) => {
    const body = JSON.parse(await text(response as IncomingMessage));
    over = true;
    return { status: (response as IncomingMessage).statusCode, code: body.code };
  });
  sending.write(aPdf().subarray(0, 60));
  while (!over) {
    sending.write(chunk);
    sent += chunk.length;
    while (sending.writableNeedDrain && !over) await new Promise((go) => setTimeout(go, 1));
  }
  sending.destroy();
  return { ...(await answer), sent };
}

describe('attachments: minutes as files (S8, R28, R29)', () => {
  let env: SamankerUnderTest;
  let route: BuiltRoute;
  beforeAll(async () => {
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00' });
    route = await anInvited(env);
  });
  afterAll(() => env?.stop());

  const stored = async (): Promise<string[]> =>
    (await readdir(join(env.attachmentStore.staging, '..'), { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  const someone = async (organisationId: string | null, ...roles: RoleKind[]) =>
    env.as(await aPerson(env, route.case.regionId, { organisationId, roles }));
  const rows = (sql: string, values: unknown[] = []): Promise<any[]> => env.admin.query(sql, values);

  it('a file is taken, kept by its hash, written to the log, and given back', async () => {
    const pdf = aPdf('Formannskapet 23. november');
    const told = await upload(env, route.client, route.steps[1]!, pdf, { name: 'Møteprotokoll 23.11.pdf' });
    expect(told.status).toBe(201);
    expect(told.body).toEqual({
      id: expect.any(String),
      name: 'Møteprotokoll 23.11.pdf',
      bytes: pdf.length,
      mediaType: 'application/pdf',
      sha256: sha(pdf),
      url: `/attachments/${told.body.id}`,
    });
    expect(await stored()).toEqual([sha(pdf)]);
    const got = await download(env, route.client, told.body.url);
    expect(got.content.equals(pdf)).toBe(true);
    const [entry] = await rows('select entry from decision_log where subject_id = $1 order by seq desc limit 1', [
      route.steps[1],
    ]);
    const logged = JSON.parse(entry.entry);
    expect(logged).toMatchObject({
      verb: 'uploadAttachment',
      subject: { type: 'AnchoringStep', id: route.steps[1] },
      for: route.organisationId,
      after: { attachmentId: told.body.id, attachmentSha256: sha(pdf), bytes: pdf.length },
    });
    expect(entry.entry).not.toContain('protokoll');
    expect(await rows(`select payload from outbox_event where name = 'AttachmentUploaded'`)).toEqual([
      {
        payload: { attachmentId: told.body.id, participationId: route.participationId, caseId: route.case.caseId },
      },
    ]);
    expect(await rows('select * from attachment_upload')).toEqual([]);
  });

  it('the same bytes for the same thing are one attachment; for another thing another one, kept once', async () => {
    const pdf = aPdf('to ganger');
    const answers = await Promise.all(Array.from({ length: 5 }, () => upload(env, route.client, route.steps[2]!, pdf)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    const again = await upload(env, route.client, route.steps[2]!, pdf, { name: 'another name.pdf' });
    expect(again.body).toEqual(answers[0]!.body);
    const other = await upload(env, route.client, route.participationId, pdf);
    expect(other.body).toMatchObject({ sha256: sha(pdf) });
    expect(other.body.id).not.toBe(again.body.id);
    expect((await stored()).filter((name) => name === sha(pdf))).toHaveLength(1);
    const [{ count }] = await rows(
      `select count(*)::int as count from decision_log where entry::json->'after'->>'attachmentSha256' = $1`,
      [sha(pdf)],
    );
    expect(count).toBe(2);
  });

  it('a download can do nothing in a browser, and HEAD tells the same without the content', async () => {
    const { body } = await upload(env, route.client, route.steps[1]!, aPdf('inert'), { name: 'Utklipp "å".pdf' });
    for (const method of ['GET', 'HEAD'] as const) {
      const { status, headers, content } = await download(env, route.client, body.url, method);
      expect(status).toBe(200);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="Utklipp ___.pdf"; filename*=UTF-8''Utklipp%20_%C3%A5_.pdf`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
        'content-length': String(body.bytes),
      });
      expect(content.length).toBe(method === 'HEAD' ? 0 : body.bytes);
    }
  });

  describe('who uploads', () => {
    it('strangers log in first; other municipalities and other regions find nothing', async () => {
      const before = await stored();
      expect(await upload(env, { token: '' }, route.steps[1]!)).toMatchObject({
        status: 401,
        body: { code: 'UNAUTHENTICATED' },
      });
      const elsewhere = await aRegion(env);
      const foreigner = await env.as(
        await aPerson(env, elsewhere, { organisationId: await anOrganisation(env, elsewhere), roles: ['COORDINATOR'] }),
      );
      for (const subject of [
        route.steps[1]!,
        route.participationId,
        '01890a5d-ac96-774b-bcce-b302099a8057',
        'nonsense',
        '',
      ])
        expect(await upload(env, foreigner, subject)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
      const neighbour = await someone(await anOrganisation(env, route.case.regionId), 'COORDINATOR');
      const reader = await someone(route.organisationId, 'READER');
      for (const client of [neighbour, reader])
        expect(await upload(env, client, route.steps[1]!)).toMatchObject({
          status: 403,
          body: { code: 'NOT_PERMITTED' },
        });
      expect(await stored()).toEqual(before);
    });

    it('those who record decisions do, and the host’s coordinator for the organisation', async () => {
      const recorder = await someone(route.organisationId, 'RECORDER');
      const host = await env.as(route.case.coordinator);
      for (const [client, words] of [
        [recorder, 'recorder'],
        [host, 'host'],
      ] as const)
        expect((await upload(env, client, route.steps[1]!, aPdf(words))).status).toBe(201);
      const by = await rows('select uploaded_for from attachment where sha256 = any($1) order by uploaded_at', [
        [sha(aPdf('recorder')), sha(aPdf('host'))],
      ]);
      expect(by.map((row) => row.uploaded_for)).toEqual([route.organisationId, route.case.hostOrganisationId]);
    });

    it('a page of another site changes nothing: by cookie only from our own', async () => {
      const token = await openSession(env.admin, route.person);
      const cookie = sessionCookie(token).split(';')[0]!;
      const from = (headers: Record<string, string>) =>
        upload(env, { token: '' }, route.steps[1]!, aPdf('cookie'), { headers: { cookie, ...headers } });
      expect((await from({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      expect((await from({ origin: 'null' })).status).toBe(403);
      expect((await from({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    });

    it('a one-time code is enough for it, as it is for recording decisions', async () => {
      await rows('insert into code_log_in_region (region_id) values ($1)', [route.case.regionId]);
      const token = await openSession(env.admin, { ...route.person, logIn: 'CODE' });
      expect((await upload(env, { token }, route.steps[1]!, aPdf('by a code'))).status).toBe(201);
    });
  });

  describe('what is taken', () => {
    const limit = 25 * 1024 * 1024;
    const zip = Buffer.concat([
      Buffer.from('PK\u0003\u0004'),
      Buffer.alloc(200_000),
      Buffer.from('PK\u0005\u0006'),
      Buffer.alloc(18),
    ]);
    const entities = Buffer.from(
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${'x'.repeat(50)}"><!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;${'&b;'.repeat(9_999)}</a>`,
    );

    it.each<[string, Buffer, string, number, string]>([
      ['nothing', Buffer.alloc(0), 'application/pdf', 422, 'FILE_NOT_ACCEPTED'],
      ['a ZIP archive that says so', zip, 'application/zip', 415, 'FILE_NOT_ACCEPTED'],
      ['a ZIP archive that says it is a PDF', zip, 'application/pdf', 422, 'FILE_NOT_ACCEPTED'],
      [
        'a spreadsheet',
        zip,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        415,
        'FILE_NOT_ACCEPTED',
      ],
      ['XML with entities', entities, 'application/xml', 415, 'FILE_NOT_ACCEPTED'],
      ['XML that says it is a PDF', entities, 'application/pdf', 422, 'FILE_NOT_ACCEPTED'],
      ['a PDF that says it is a page', aPdf(), 'text/html', 415, 'FILE_NOT_ACCEPTED'],
      ['a PDF that says nothing', aPdf(), '', 415, 'FILE_NOT_ACCEPTED'],
      ['a form', Buffer.from('------x\r\n'), 'multipart/form-data; boundary=----x', 415, 'FILE_NOT_ACCEPTED'],
      ['a PDF and an archive at once', Buffer.concat([aPdf(), zip]), 'application/pdf', 422, 'FILE_HOLDS_ANOTHER'],
      [
        'a PDF and a page at once',
        Buffer.from(aPdf().toString('latin1').replace('1 0 obj', '<script>'), 'latin1'),
        'application/pdf',
        422,
        'FILE_HOLDS_ANOTHER',
      ],
      ['half a PDF', aPdf().subarray(0, 90), 'application/pdf', 422, 'FILE_INCOMPLETE'],
    ])('not %s, within a second, and nothing is left', async (_, file, type, status, code) => {
      const before = await stored();
      const began = performance.now();
      const told = await upload(env, route.client, route.steps[1]!, file, { type });
      expect(performance.now() - began).toBeLessThan(1_000);
      expect(told).toMatchObject({ status, body: { code, error: expect.any(String), requestId: expect.any(String) } });
      expect(Buffer.byteLength(JSON.stringify(told.body))).toBeLessThan(1_024);
      expect(await stored()).toEqual(before);
    });

    it('refusals speak the person’s language', async () => {
      const nynorsk = await env.as(
        await aPerson(env, route.case.regionId, {
          organisationId: route.organisationId,
          roles: ['RECORDER'],
          language: 'NN',
        }),
      );
      expect((await upload(env, nynorsk, route.steps[1]!, zip)).body.error).toBe(
        'Fila er ikkje ein PDF. Lagre ho som PDF og last ho opp på nytt.',
      );
    });

    it('25 MB and not a byte more; what says it is larger is refused before it is read', async () => {
      expect((await upload(env, route.client, route.steps[1]!, aPdf('stor', limit))).status).toBe(201);
      expect(await upload(env, route.client, route.steps[1]!, aPdf('for stor', limit + 1))).toMatchObject({
        status: 413,
        body: { code: 'FILE_TOO_LARGE' },
      });
      const only = request(`${env.url}/attachments?for=${route.steps[1]!}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${route.client.token}`,
          'content-type': 'application/pdf',
          'content-length': limit + 1,
        },
      });
      only.on('error', () => undefined);
      only.flushHeaders();
      const [response] = (await once(only, 'response')) as [IncomingMessage];
      expect(response.statusCode).toBe(413);
      only.destroy();
    });

    it('a stream without an end is cut off at 25 MB, and many at once stay out of the memory', async () => {
      const before = await stored();
      const began = process.memoryUsage();
      let most = began;
      const watch = setInterval(() => {
        const now = process.memoryUsage();
        if (now.rss > most.rss) most = now;
      }, 5);
      const told = await Promise.all(
        Array.from({ length: 8 }, () => endless(env.url, route.client.token, route.steps[1]!)),
      );
      clearInterval(watch);
      // Of one person some are read at a time; whoever sends more is told to wait.
      const answered = new Set(told.map(({ status, code }) => `${status} ${code}`));
      expect(answered).toEqual(new Set(['413 FILE_TOO_LARGE', '429 TOO_MANY_AT_ONCE']));
      for (const { sent } of told) expect(sent).toBeLessThan(2 * limit);
      // 200 MB went through; a megabyte of each at a time may lie in buffers that wait to be collected.
      expect((most.rss - began.rss) / 1024 / 1024).toBeLessThan(100);
      expect(await stored()).toEqual(before);
    });

    it('names become harmless, or the file is refused', async () => {
      for (const [name, kept] of [
        ['../../../etc/cron.d/x', 'x.pdf'],
        ['a\u0000b.pdf', 'ab.pdf'],
        ['\u202efdp.exe', 'fdp.exe.pdf'],
        ['x'.repeat(300), `${'x'.repeat(146)}.pdf`],
        ['AUX.pdf', '_AUX.pdf'],
        ['=HYPERLINK("http://evil.example").pdf', 'evil.example_).pdf'],
      ] as const)
        expect((await upload(env, route.client, route.steps[1]!, aPdf(name), { name })).body).toMatchObject({
          name: kept,
        });
      const told = await upload(env, route.client, route.steps[1]!, aPdf(), { headers: { 'x-file-name': '%E6%' } });
      expect(told).toMatchObject({ status: 400, body: { code: 'FILE_NAME_NOT_ACCEPTED' } });
    });

    it('not more than two hundred different ones for one participation', async () => {
      const crowded = await anInvited(env, { case: route.case });
      await rows(
        `insert into attachment (region_id, sha256, bytes, media_type, name, subject_type, subject_id, participation_id, case_id,
           organisation_id, uploaded_by, uploaded_for)
         select $1, encode(sha256(n::text::bytea), 'hex'), 9, 'application/pdf', 'x.pdf', 'Participation', $2, $2, $3, $4, $5, $4
         from generate_series(1, 200) as n`,
        [
          route.case.regionId,
          crowded.participationId,
          route.case.caseId,
          crowded.organisationId,
          crowded.person.personId,
        ],
      );
      const told = await upload(env, crowded.client, crowded.steps[0]!, aPdf('one too many'));
      expect(told).toMatchObject({ status: 409, body: { code: 'TOO_MANY_FILES' } });
    });
  });

  describe('what went wrong', () => {
    it('a stored file that was exchanged is shown to nobody', async () => {
      const pdf = aPdf('som det var');
      const { body } = await upload(env, route.client, route.steps[1]!, pdf);
      const path = join(
        env.attachmentStore.staging,
        '..',
        placeOf({ regionId: route.case.regionId, sha256: sha(pdf) }),
      );
      await chmod(path, 0o600);
      await writeFile(path, aPdf('som nokon la det'));
      const { status, content } = await download(env, route.client, body.url);
      expect(status).toBe(500);
      expect(JSON.parse(content.toString())).toMatchObject({ code: 'STORED_FILE_CHANGED' });
    });

    it('an upload that is cut off in the middle leaves nothing', async () => {
      const before = await stored();
      const pdf = aPdf('halv', 3_000_000);
      let told: unknown = null;
      const half = new ReadableStream({
        async start(controller) {
          controller.enqueue(pdf.subarray(0, 1_500_000));
          await new Promise((go) => setTimeout(go, 100));
          controller.error(new Error('the line is dead'));
        },
      });
      await upload(env, route.client, route.steps[1]!, half).catch((fault) => (told = fault));
      expect(told).not.toBeNull();
      for (let tries = 0; tries < 50 && (await stored()).length !== before.length; tries++)
        await new Promise((go) => setTimeout(go, 20));
      expect(await stored()).toEqual(before);
      expect(await rows('select * from attachment_upload')).toEqual([]);
    });

    it('what was stored for a transaction that failed is swept after a day, and nothing else is', async () => {
      const {
        case: { regionId },
      } = route;
      const lost = aPdf('lost');
      const kept = aPdf('kept');
      await upload(env, route.client, route.steps[1]!, kept);
      await rows(`create function planted() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$;
        create trigger planted before insert on attachment for each row execute function planted()`);
      const told = await upload(env, route.client, route.steps[1]!, lost);
      await rows('drop trigger planted on attachment; drop function planted()');
      expect(told.status).toBe(500);
      expect(await stored()).toContain(sha(lost));
      const { app } = env.worker.context;
      const sweep = () =>
        sweepAttachments(app.get(Transactions), app.get<DataSource>(SWEEPER_DATA_SOURCE), env.attachmentStore);
      expect(await sweep()).toBe(0);
      // A row of an upload that succeeded after all: its content stays.
      await rows('insert into attachment_upload (region_id, sha256) values ($1, $2)', [regionId, sha(kept)]);
      await rows(`update attachment_upload set begun_at = now() - interval '25 hours'`);
      expect(await sweep()).toBe(1);
      expect(await stored()).not.toContain(sha(lost));
      expect(await stored()).toContain(sha(kept));
      expect(await rows('select * from attachment_upload')).toEqual([]);
      expect((await upload(env, route.client, route.steps[1]!, lost)).status).toBe(201);
      expect(await stored()).toContain(sha(lost));
    });
  });

  it('the app can add attachments, and neither change nor remove one', async () => {
    const rights = await rows(
      `select privilege_type as may from information_schema.role_table_grants
       where grantee = 'samanker_app' and table_name = 'attachment' order by 1`,
    );
    expect(rights.map(({ may }) => may)).toEqual(['INSERT', 'SELECT']);
  });
});

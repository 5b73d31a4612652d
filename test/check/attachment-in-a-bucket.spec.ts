import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BucketStore, placeOf, sweepAttachments } from '@samanker/attachment';
import { SWEEPER_DATA_SOURCE, Transactions } from '@samanker/database';
import type { DataSource } from 'typeorm';
import { anInvited, type BuiltRoute } from '../builders/anchoring';
import { aPdf, download, upload } from '../builders/attachment';
import { S3_KEYS, S3_REGION, startS3, type S3Server } from '../environment/s3-server';
import { startSamanker, type SamankerUnderTest } from '../environment/samanker';

describe('attachments in an S3-compatible store (S8)', () => {
  let env: SamankerUnderTest;
  let s3: S3Server;
  let route: BuiltRoute;
  let folder: string;
  beforeAll(async () => {
    s3 = await startS3();
    folder = await mkdtemp(join(tmpdir(), 'samanker-bucket-'));
    const address = { bucket: 'minutes', prefix: '', endpoint: s3.endpoint, region: S3_REGION };
    const attachmentStore = new BucketStore(address, () => S3_KEYS, 10_000, folder);
    env = await startSamanker({ clock: '2016-11-16T10:00+01:00', attachmentStore });
    route = await anInvited(env);
  });
  afterEach(() => s3.fail('NOTHING'));
  afterAll(async () => {
    await env?.stop();
    await s3?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const keyOf = (pdf: Buffer): string =>
    `/minutes/${placeOf({ regionId: route.case.regionId, sha256: createHash('sha256').update(pdf).digest('hex') })}`;

  it('go there and come back, 25 MB as well', async () => {
    const pdf = aPdf('stor', 25 * 1024 * 1024);
    const { status, body } = await upload(env, route.client, route.steps[1]!, pdf);
    expect(status).toBe(201);
    expect([...s3.objects.keys()]).toEqual([keyOf(pdf)]);
    expect((await download(env, route.client, body.url)).content.equals(pdf)).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });

  it('an object that was exchanged is shown to nobody', async () => {
    const pdf = aPdf('ekte');
    const { body } = await upload(env, route.client, route.steps[1]!, pdf);
    s3.objects.set(keyOf(pdf), aPdf('falsk'));
    expect((await download(env, route.client, body.url)).status).toBe(500);
  });

  it.each(['FAULT', 'CUT'] as const)('a store that fails (%s): said so, nothing half done', async (how) => {
    const pdf = aPdf(`nede ${how}`);
    s3.fail(how);
    const told = await upload(env, route.client, route.steps[1]!, pdf);
    expect(told).toMatchObject({ status: 503, body: { code: 'STORE_NOT_AVAILABLE' } });
    expect(told.headers.get('retry-after')).toBe('30');
    s3.fail('NOTHING');
    expect(s3.objects.has(keyOf(pdf))).toBe(false);
    expect(await readdir(folder)).toEqual([]);
    const again = await upload(env, route.client, route.steps[1]!, pdf);
    expect(again.status).toBe(201);
    s3.fail(how);
    expect((await download(env, route.client, again.body.url)).status).toBe(503);
  });

  it('what nobody refers to is swept there too', async () => {
    const pdf = aPdf('lost');
    s3.objects.set(keyOf(pdf), pdf);
    await env.admin.query(
      `insert into attachment_upload (region_id, sha256, begun_at) values ($1, $2, now() - interval '25 hours')`,
      [route.case.regionId, createHash('sha256').update(pdf).digest('hex')],
    );
    const { app } = env.worker.context;
    expect(
      await sweepAttachments(app.get(Transactions), app.get<DataSource>(SWEEPER_DATA_SOURCE), env.attachmentStore),
    ).toBe(1);
    expect(s3.objects.has(keyOf(pdf))).toBe(false);
  });
});

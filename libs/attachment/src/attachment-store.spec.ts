import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { S3_KEYS, S3_REGION, startS3, type S3Server } from '../../../test/environment/s3-server';
import { placeOf, StoreUnavailable, ContentMissing, type AttachmentStore } from './attachment-store';
import { BucketStore } from './bucket-store';
import { FolderStore } from './folder-store';
import { openStore } from './open-store';
import { stage, type Staged } from './stage';
import { ContentChanged, verifiedContent } from './verified-content';

const REGION = '01890a5d-ac96-774b-bcce-b302099a8057';
const sha = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

describe('the store of attachments', () => {
  let folder: string;
  let s3: S3Server;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samanker-store-'));
    s3 = await startS3();
  });
  afterEach(() => s3.fail('NOTHING'));
  afterAll(async () => {
    await s3.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const address = () => ({ bucket: 'files', prefix: 'a/b', endpoint: s3.endpoint, region: S3_REGION });
  const bucket = (keys = S3_KEYS, patience = 5_000): BucketStore =>
    new BucketStore(address(), () => keys, patience, join(folder, 'on-its-way'));
  const staged = (store: AttachmentStore, content: Buffer): Promise<Staged> =>
    stage(Readable.from([content]), store.staging, { bytes: 1e9, tooLarge: () => new Error('too large') });

  describe.each<[string, () => AttachmentStore]>([
    ['a folder', () => new FolderStore(join(folder, 'files'))],
    ['an S3-compatible store', () => bucket()],
  ])('in %s', (name, make) => {
    const content = Buffer.concat([Buffer.from(`%PDF-1.7 ${name}`), Buffer.alloc(3 * 1024 * 1024, 7)]);
    const key = { regionId: REGION, sha256: sha(content) };

    it('keeps a content by its hash, and gives back the very same bytes', async () => {
      const store = make();
      const file = await staged(store, content);
      expect(file).toMatchObject({ sha256: key.sha256, bytes: content.length });
      expect(await store.has(key)).toBe(false);
      await store.put(key, file);
      await file.discard();
      expect(await store.has(key)).toBe(true);
      expect(sha(await buffer(await store.read(key)))).toBe(key.sha256);
      expect(sha(await buffer(await verifiedContent(store, { ...key, bytes: content.length })))).toBe(key.sha256);
      expect(await readdir(store.staging)).toEqual([]);
    });

    it('overwrites nothing', async () => {
      const store = make();
      const other = await staged(store, Buffer.from('something else'));
      await store.put(key, other);
      await other.discard();
      expect(sha(await buffer(await store.read(key)))).toBe(key.sha256);
    });

    it('keeps the regions apart', async () => {
      const elsewhere = { ...key, regionId: REGION.replace('0', '1') };
      expect(await make().has(elsewhere)).toBe(false);
      await expect(make().read(elsewhere)).rejects.toThrow(ContentMissing);
    });

    it('takes keys only, never names', async () => {
      const store = make();
      const file = await staged(store, content);
      for (const wrong of [
        { ...key, regionId: '..' },
        { ...key, sha256: '../../x' },
        { ...key, sha256: key.sha256.toUpperCase() },
        { ...key, sha256: `${key.sha256}/..` },
      ])
        await expect(store.put(wrong, file)).rejects.toThrow();
      await file.discard();
    });

    it('removes, and does not mind what is gone already', async () => {
      const store = make();
      await store.remove(key);
      await store.remove(key);
      expect(await store.has(key)).toBe(false);
    });
  });

  describe('a content that was exchanged behind our back', () => {
    const content = Buffer.from('%PDF-1.7 the real one');
    const key = { regionId: REGION, sha256: sha(content) };
    it.each([
      ['other words of the same length', Buffer.from('%PDF-1.7 the fake one')],
      ['less', content.subarray(0, 5)],
      ['more', Buffer.concat([content, Buffer.from('!')])],
      ['nothing', Buffer.alloc(0)],
    ])('%s: is refused before the first byte', async (_, other) => {
      const store = new FolderStore(join(folder, 'exchanged'));
      await store.put(key, await staged(store, content));
      const path = join(folder, 'exchanged', placeOf(key));
      await chmod(path, 0o600);
      await writeFile(path, other);
      await expect(verifiedContent(store, { ...key, bytes: content.length })).rejects.toThrow(ContentChanged);
      await rm(path);
      await expect(verifiedContent(store, { ...key, bytes: content.length })).rejects.toThrow(ContentChanged);
      expect(await readdir(store.staging)).toEqual([]);
    });
  });

  describe('a folder', () => {
    it('that cannot be written to is a store that is not available', async () => {
      const path = join(folder, 'a-file');
      await writeFile(path, '');
      const store = new FolderStore(join(path, 'files'));
      await expect(staged(store, Buffer.from('x'))).rejects.toThrow(StoreUnavailable);
      await expect(
        store.put({ regionId: REGION, sha256: sha(Buffer.alloc(0)) }, { path, sha256: '', bytes: 0 }),
      ).rejects.toThrow(StoreUnavailable);
    });

    it('holds files that only we can read, and nothing with a name of anybody’s choosing', async () => {
      const root = join(folder, 'mine');
      const store = new FolderStore(root);
      const content = Buffer.from('x');
      const key = { regionId: REGION, sha256: sha(content) };
      await store.put(key, await staged(store, content));
      expect(await readdir(root)).toEqual(expect.arrayContaining(['.incoming', REGION]));
      expect(await readFile(join(root, REGION, key.sha256.slice(0, 2), key.sha256), 'utf8')).toBe('x');
    });
  });

  describe('an S3-compatible store', () => {
    const content = Buffer.from('%PDF-1.7 signed');
    const key = { regionId: REGION, sha256: sha(content) };
    const place = `/files/a/b/${placeOf(key)}`;
    beforeEach(async () => {
      await rm(join(folder, 'on-its-way'), { recursive: true, force: true });
      s3.objects.clear();
      s3.answered.length = 0;
    });

    it('is opened by its setting', async () => {
      const store = openStore(
        `s3://files/a/b?endpoint=${encodeURIComponent(s3.endpoint)}&region=${S3_REGION}`,
        () => S3_KEYS,
      );
      const file = await staged(store, content);
      await store.put(key, file);
      await file.discard();
      expect([...s3.objects.keys()]).toEqual([place]);
      expect(s3.answered).toEqual([`HEAD ${place} 404`, `PUT ${place} 200`]);
    });

    it.each([
      ['a wrong secret', { ...S3_KEYS, secretKey: 'v3Jq9TzR5nXw8LdCk2Hs6Fb2' }],
      ['an unknown key', { ...S3_KEYS, accessKey: 'AKIANOBODY' }],
    ])('refuses %s: a typed error, nothing stored', async (_, keys) => {
      const store = bucket(keys);
      const file = await staged(store, content);
      await expect(store.put(key, file)).rejects.toThrow(new StoreUnavailable('The object store answered 403'));
      await expect(store.read(key)).rejects.toThrow(StoreUnavailable);
      await expect(store.has(key)).rejects.toThrow(StoreUnavailable);
      expect(s3.objects.size).toBe(0);
    });

    it('takes keys that are exchanged while the program runs', async () => {
      let keys = { ...S3_KEYS, secretKey: 'old' };
      const store = new BucketStore(address(), () => keys, 5_000, join(folder, 'on-its-way'));
      await expect(store.has(key)).rejects.toThrow(StoreUnavailable);
      keys = S3_KEYS;
      expect(await store.has(key)).toBe(false);
    });

    it('refuses a content other than the one that was signed', async () => {
      const store = bucket();
      const file = await staged(store, content);
      const other = { ...file, sha256: sha(Buffer.from('other')) };
      await expect(store.put(key, other)).rejects.toThrow(new StoreUnavailable('The object store answered 400'));
      expect(s3.objects.size).toBe(0);
    });

    it('a stumble is tried again, with the whole file', async () => {
      const store = bucket();
      const file = await staged(store, content);
      s3.fail('FAULT', 2);
      await store.put(key, file);
      s3.fail('CUT', 1);
      expect(sha(await buffer(await store.read(key)))).toBe(key.sha256);
      expect(s3.objects.get(place)).toEqual(content);
    });

    it.each(['FAULT', 'CUT', 'SILENCE'] as const)(
      'when it goes on (%s) it is a typed error, and nothing is half done',
      async (how) => {
        const store = bucket(S3_KEYS, 300);
        const file = await staged(store, content);
        s3.fail(how);
        await expect(store.put(key, file)).rejects.toThrow(StoreUnavailable);
        await expect(verifiedContent(store, { ...key, bytes: content.length })).rejects.toThrow(StoreUnavailable);
        await file.discard();
        expect(s3.objects.size).toBe(0);
        expect(await readdir(store.staging)).toEqual([]);
      },
    );

    it('when nobody listens it is a typed error too', async () => {
      const gone = await startS3();
      await gone.stop();
      const store = new BucketStore({ ...address(), endpoint: gone.endpoint }, () => S3_KEYS);
      await expect(store.has(key)).rejects.toThrow(/does not answer: ECONNREFUSED/);
    });
  });

  describe('a file on its way', () => {
    const limits = { bytes: 100, tooLarge: () => new RangeError('too large') };
    const source = async function* (chunks: number, fail = false): AsyncGenerator<Buffer> {
      for (let at = 0; at < chunks; at++) yield Buffer.alloc(40);
      if (fail) throw new Error('the line is dead');
    };

    it.each<[string, () => Promise<unknown>, new (...args: never[]) => Error]>([
      ['that is too large', () => stage(source(3), join(folder, 'way'), limits), RangeError],
      ['whose sender is gone', () => stage(source(2, true), join(folder, 'way'), limits), Error],
    ])('%s leaves nothing', async (_, go, kind) => {
      await expect(go()).rejects.toThrow(kind);
      expect(await readdir(join(folder, 'way'))).toEqual([]);
    });

    it('is looked at as soon as its beginning is there', async () => {
      let given = 0;
      const endless = async function* (): AsyncGenerator<Buffer> {
        for (;;) {
          given++;
          yield Buffer.alloc(512);
        }
      };
      const look = (): never => {
        throw new SyntaxError('no');
      };
      await expect(stage(endless(), join(folder, 'way'), { ...limits, bytes: 1e9, look })).rejects.toThrow(SyntaxError);
      expect(given).toBe(2);
    });

    it('keeps both ends, however it is cut into pieces', async () => {
      const whole = Buffer.from(Array.from({ length: 200_000 }, (_, at) => at % 251));
      for (const size of [1_000, 65_557, 70_000, 200_000]) {
        const pieces = async function* (): AsyncGenerator<Buffer> {
          for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
        };
        await mkdir(join(folder, 'ends'), { recursive: true });
        const file = await stage(pieces(), join(folder, 'ends'), { ...limits, bytes: 1e9 });
        expect(file.head.equals(whole.subarray(0, 1_024))).toBe(true);
        expect(file.tail.equals(whole.subarray(-65_557))).toBe(true);
        expect(file.sha256).toBe(sha(whole));
        await file.discard();
      }
    });
  });
});

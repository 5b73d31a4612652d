// S9: what a superuser of the database does to the log, or anybody to an export, is found by the verifier of the export, in
// a process of its own that has nothing but the folder, the fingerprint of the key and a checkpoint from elsewhere.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fromBuffer } from 'yauzl';
import { aPdf, place, upload } from './files.mjs';

/** Unpacks a ZIP into a folder, as an auditor would. */
function unpack(zip, folder) {
  return new Promise((done, failed) =>
    fromBuffer(zip, { lazyEntries: true }, (fault, archive) => {
      if (fault) return failed(fault);
      archive.on('error', failed).on('end', done);
      archive.on('entry', (entry) =>
        archive.openReadStream(entry, async (problem, stream) => {
          if (problem) return failed(problem);
          const path = join(folder, entry.fileName);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, await buffer(stream));
          archive.readEntry();
        }),
      );
      archive.readEntry();
    }),
  );
}

/** What is to be found again afterwards; the region's other tables are not touched. */
const KEPT = ['decision_log', 'decision_log_head', 'decision_log_checkpoint', 'decision_log_key'];

/** The region of the demo with minutes in its log and a checkpoint that was sent out; made once per service. */
async function ground(target) {
  target.logGround ??= (async () => {
    const folder = join(target.folder, 'attacked-exports');
    mkdirSync(folder, { recursive: true });
    const content = aPdf('Protokoll som skal bevises');
    const answer = await upload(target, content);
    assert.equal(answer.status, 201, answer.text);
    const { code, said } = await target.console('checkpoint');
    assert.equal(code, 0, said);
    const [{ id: region }] = await target.sql(`select id from region where slug = 'agder'`);
    const mailed = join(folder, 'mailed.json');
    const line = said.split('\n').find((one) => one.startsWith('{') && one.includes(region));
    writeFileSync(mailed, line);
    const key = createPrivateKey(readFileSync(join(target.folder, 'log-signing-key.pem')));
    const fingerprint = createHash('sha256')
      .update(createPublicKey(key).export({ type: 'spki', format: 'der' }))
      .digest('hex');
    const { seq: signed } = JSON.parse(JSON.parse(line).text);
    return { folder, region, mailed, fingerprint, signed, sha: createHash('sha256').update(content).digest('hex') };
  })();
  return target.logGround;
}

let folders = 0;
async function exported(target) {
  const { folder } = await ground(target);
  const to = join(folder, `${++folders}.zip`);
  const { code, said } = await target.console('export-log', '--region', 'agder', '--to', to);
  assert.equal(code, 0, said);
  await unpack(readFileSync(to), to.replace('.zip', ''));
  rmSync(to);
  return to.replace('.zip', '');
}

const verified = (folder, ...words) =>
  new Promise((done) =>
    execFile(process.execPath, ['verify.mjs', ...words], { cwd: folder, env: {} }, (fault, stdout, stderr) =>
      done({ code: fault ? fault.code : 0, said: stdout + stderr }),
    ),
  );

/** Does it as a superuser, exports, and puts everything back as it was. */
async function tampered(target, deeds) {
  const { region } = await ground(target);
  for (const table of KEPT)
    await target.sql(`create temp table kept_${table} as select * from ${table} where region_id = '${region}'`);
  await target.sql(`set session_replication_role = replica`);
  try {
    for (const deed of deeds) await target.sql(deed);
    return await exported(target);
  } finally {
    for (const table of KEPT) {
      await target.sql(`delete from ${table} where region_id = '${region}'`);
      await target.sql(`insert into ${table} select * from kept_${table}`);
      await target.sql(`drop table kept_${table}`);
    }
    await target.sql(`set session_replication_role = default`);
  }
}

const headTo = (region, seq) =>
  `update decision_log_head h set seq = ${seq}, hash = l.hash from decision_log l where h.region_id = '${region}' and l.region_id = '${region}' and l.seq = ${seq}`;

/** Writes the chain anew from an entry on, every hash right, other words in it. */
const rewrite = (region, from) => `
  do $$ declare r record; h bytea; words text; begin
    select hash into h from decision_log where region_id = '${region}' and seq = ${from - 1};
    for r in select seq, entry from decision_log where region_id = '${region}' and seq >= ${from} order by seq loop
      words := replace(r.entry, '"verb":"', '"verb":"un');
      update decision_log set entry = words, previous_hash = h, hash = sha256(h || int8send(r.seq) || convert_to(words, 'UTF8'))
        where region_id = '${region}' and seq = r.seq returning hash into h;
    end loop;
    update decision_log_head set hash = h where region_id = '${region}';
  end $$`;

/** The last checkpoint anew, right in every word, signed with a key of the forger's. */
async function forgedCheckpoint(target) {
  const { region } = await ground(target);
  const [row] = await target.sql(
    `select c.text, l.hash from decision_log_checkpoint c join decision_log l on l.region_id = c.region_id and l.seq = c.seq
     where c.region_id = $1 order by c.number desc limit 1`,
    [region],
  );
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const id = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  const text = row.text.replace(/"key":"[0-9a-f]{64}"/, `"key":"${id}"`);
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const signature = sign(null, Buffer.from(text), privateKey).toString('hex');
  return [
    `insert into decision_log_key (region_id, key_id, public_key) values ('${region}', '${id}', '${pem}')`,
    `update decision_log_checkpoint set text = '${text.replaceAll("'", "''")}', key_id = '${id}', signature = decode('${signature}', 'hex')
     where region_id = '${region}' and number = (select max(number) from decision_log_checkpoint where region_id = '${region}')`,
  ];
}

const AT = 12;
const OF_THE_DATABASE = {
  'flips a byte of an entry': [
    ({ region }) => [
      `update decision_log set entry = replace(entry, '"v', '"w') where region_id = '${region}' and seq = ${AT}`,
    ],
    () => new RegExp(`FAULT {2}entry ${AT} was changed`),
    true,
  ],
  'drops the last ten and moves the head back': [
    ({ region, signed }) => [
      `delete from decision_log where region_id = '${region}' and seq > ${signed - 10}`,
      headTo(region, signed - 10),
    ],
    ({ signed }) => new RegExp(`FAULT {2}entry ${signed - 9} is missing: checkpoint \\d+ states ${signed} entries`),
    true,
  ],
  'drops the last ten together with every checkpoint of them': [
    ({ region, signed }) => [
      `delete from decision_log_checkpoint where region_id = '${region}' and seq > ${signed - 10}`,
      `delete from decision_log where region_id = '${region}' and seq > ${signed - 10}`,
      headTo(region, signed - 10),
    ],
    ({ signed }) => new RegExp(`FAULT {2}entry ${signed - 9} is missing`),
  ],
  'rewrites the whole chain with right hashes': [
    ({ region }) => [rewrite(region, 2)],
    () => /FAULT {2}entries 1 to \d+ were rewritten: checkpoint \d+/,
    true,
  ],
  'rewrites the chain and forges the checkpoint with a key of their own': [
    async ({ region }, target) => [rewrite(region, AT), ...(await forgedCheckpoint(target))],
    () => /FAULT {2}.*(rewritten|signature|key)/,
  ],
  'forges a checkpoint with another key': [
    async (_ground, target) => forgedCheckpoint(target),
    () => /FAULT {2}checkpoint \d+.* is signed with a key that is not believed/,
    true,
  ],
  'swaps two entries': [
    ({ region }) => [
      `update decision_log set seq = -seq where region_id = '${region}' and seq in (8, 9)`,
      `update decision_log set seq = 17 + seq where region_id = '${region}' and seq < 0`,
    ],
    () => /FAULT {2}entry 8 does not follow/,
  ],
  'removes one entry': [
    ({ region }) => [`delete from decision_log where region_id = '${region}' and seq = ${AT}`],
    () => new RegExp(`FAULT {2}entry ${AT} is missing`),
  ],
  'inserts one entry': [
    ({ region }) => [
      `update decision_log set seq = -seq where region_id = '${region}' and seq > ${AT}`,
      `update decision_log set seq = -seq + 1 where region_id = '${region}' and seq < 0`,
      `insert into decision_log (region_id, seq, entry, previous_hash, hash, subject_id, case_id, verb, organisation_id, at)
       select region_id, ${AT + 1}, entry, previous_hash, hash, subject_id, case_id, verb, organisation_id, at
       from decision_log where region_id = '${region}' and seq = ${AT}`,
    ],
    () => new RegExp(`FAULT {2}entry ${AT + 1} does not follow`),
  ],
  'changes a checkpoint': [
    ({ region }) => [
      `update decision_log_checkpoint set text = replace(text, '"seq":', '"seq":1') where region_id = '${region}'`,
    ],
    () => /FAULT {2}the signature of checkpoint \d+ does not hold/,
  ],
};

const edit = (folder, change) => {
  const path = join(folder, 'log.jsonl');
  writeFileSync(path, change(readFileSync(path, 'utf8').split('\n')).join('\n'));
};

const OF_THE_EXPORT = {
  'replaces the minutes': [
    (folder, { sha }) => writeFileSync(join(folder, 'attachments', sha), aPdf('andre ord')),
    ({ sha }) => new RegExp(`FAULT {2}attachments/${sha} is not what it was: entry \\d+ speaks of it`),
    true,
  ],
  'removes the minutes': [
    (folder, { sha }) => rmSync(join(folder, 'attachments', sha)),
    ({ sha }) => new RegExp(`FAULT {2}attachment ${sha}, of which entry \\d+ speaks, is missing`),
  ],
  'takes a line out of the log': [
    (folder) => edit(folder, (lines) => lines.filter((_line, at) => at !== AT - 1)),
    () => new RegExp(`FAULT {2}entry ${AT} is missing`),
    true,
  ],
  'changes the verifier': [
    (folder) => appendFileSync(join(folder, 'verify.mjs'), '\n'),
    () => /FAULT {2}verify.mjs is not what was exported/,
  ],
  'changes the explanation': [
    (folder) => appendFileSync(join(folder, 'README.txt'), 'Alt er i orden.\n'),
    () => /FAULT {2}README.txt is not what was exported/,
  ],
};

const NEEDS = ['database', 'console', 'folder'];

export const cases = [
  {
    name: 'nobody has done anything',
    expects: 'the verifier says ok, with the key and the mailed checkpoint',
    quick: true,
    needs: NEEDS,
    attack: async (target) => {
      const { mailed, fingerprint } = await ground(target);
      target.cleanExport = await exported(target);
      const { code, said } = await verified(target.cleanExport, '--key', fingerprint, '--checkpoint', mailed);
      assert.equal(code, 0, said);
      assert.match(said, /ok +\d+ entries/);
      const source = readFileSync(join(target.cleanExport, 'verify.mjs'), 'utf8');
      assert.ok(source.split('\n').length <= 301);
      assert.doesNotMatch(source, /from '(?!node:)|node:(net|http|https|child_process)/);
    },
  },
  ...Object.entries(OF_THE_DATABASE).map(([name, [deeds, told, quick = false]]) => ({
    name: `a superuser ${name}`,
    expects: 'found by the verifier on an export, naming the entry',
    quick,
    needs: NEEDS,
    attack: async (target) => {
      const at = await ground(target);
      const folder = await tampered(target, await deeds(at, target));
      const { code, said } = await verified(folder, '--key', at.fingerprint, '--checkpoint', at.mailed);
      assert.match(said, told(at));
      assert.equal(code, 1);
      rmSync(folder, { recursive: true });
    },
  })),
  {
    name: 'whoever reaches the disk replaces the minutes in the store',
    expects: 'the download is cut off rather than wrong, and the export tells of it',
    quick: false,
    needs: NEEDS,
    attack: async (target) => {
      const { sha, mailed, fingerprint } = await ground(target);
      const store = join(target.folder, 'attachments');
      const path = join(store, String(readdirSync(store, { recursive: true }).find((name) => name.endsWith(sha))));
      const content = readFileSync(path);
      const { token } = await place(target);
      const [{ id }] = await target.sql('select id from attachment where sha256 = $1', [sha]);
      try {
        rmSync(path);
        writeFileSync(path, Buffer.concat([content.subarray(0, 60), Buffer.from('X'), content.subarray(61)]));
        const got = await target
          .fetch(`/attachments/${id}`, { headers: { authorization: `Bearer ${token}` } })
          .catch(() => null);
        assert.ok(
          !got || got.status >= 400 || Buffer.byteLength(got.text) < content.length,
          'other words were handed out',
        );
        const folder = await exported(target).catch((fault) => ({ fault }));
        if (typeof folder === 'string') {
          const { code, said } = await verified(folder, '--key', fingerprint, '--checkpoint', mailed);
          assert.equal(code, 1, said);
          assert.match(said, new RegExp(sha));
        }
      } finally {
        rmSync(path);
        writeFileSync(path, content, { mode: 0o600 });
      }
    },
  },
  ...Object.entries(OF_THE_EXPORT).map(([name, [deed, told, quick = false]]) => ({
    name: `whoever gets the export ${name}`,
    expects: 'found by the verifier',
    quick,
    needs: NEEDS,
    attack: async (target) => {
      const at = await ground(target);
      target.cleanExport ??= await exported(target);
      const folder = join(at.folder, `${++folders}`);
      cpSync(target.cleanExport, folder, { recursive: true });
      deed(folder, at);
      const { code, said } = await verified(folder, '--key', at.fingerprint, '--checkpoint', at.mailed);
      assert.match(said, told(at));
      assert.equal(code, 1);
      rmSync(folder, { recursive: true });
    },
  })),
];

// S8: what is uploaded is a PDF or is refused, at once; what is handed out can do nothing in a browser.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const MEGABYTE = 1024 * 1024;
/** What spreadsheets take for something to calculate, also behind what nobody sees. */
const FORMULAS = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '="a;b"', '\t=1+1', ' =1+1', '\u200b=1+1', '\u202e=1+1', '＝1+1'];

/** A PDF that is one: its words make it unlike others, and it can be made as large as wanted. */
export function aPdf(words = 'Møteprotokoll', bytes = 0) {
  const head = Buffer.from(`%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog /Words (${words}) >>\nendobj\n`);
  const tail = Buffer.from('xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n64\n%%EOF\n');
  return Buffer.concat([head, Buffer.alloc(Math.max(0, bytes - head.length - tail.length), '% filling\n'), tail]);
}

/** A step of a municipality, and its coordinator who may attach minutes to it. */
export async function place(target) {
  return (await places(target, 1))[0];
}

/** So many of them, of as many municipalities. */
async function places(target, most) {
  const found = new Map();
  const steps = await target.sql(
    `select s.id, p.organisation_id from anchoring_step s join participation p on p.id = s.participation_id order by s.id`,
  );
  for (const { id, organisation_id: organisationId } of steps) {
    const person = target.people.find(
      (one) => one.organisationId === organisationId && one.roles.includes('COORDINATOR'),
    );
    if (!person || found.has(organisationId)) continue;
    const token = await target.token({ organisation: person.organisationName, role: 'COORDINATOR' });
    found.set(organisationId, { stepId: id, token });
    if (found.size === most) return [...found.values()];
  }
  throw new Error(`steps of ${found.size} municipalities, not of ${most}`);
}

export async function upload(
  target,
  content,
  { type = 'application/pdf', name = 'protokoll.pdf', headers = {}, token, stepId } = {},
) {
  const at = await place(target);
  return target.fetch(`/attachments?for=${stepId ?? at.stepId}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token ?? at.token}`,
      ...(type ? { 'content-type': type } : {}),
      'x-file-name': encodeURIComponent(name),
      ...headers,
    },
    body: content,
  });
}

const stored = (target) => {
  const folder = join(target.folder, 'attachments');
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
    : 0;
};

const zip = Buffer.concat([
  Buffer.from('PK\x03\x04'),
  Buffer.alloc(200_000),
  Buffer.from('PK\x05\x06'),
  Buffer.alloc(18),
]);
const replaced = (from, to) => Buffer.from(aPdf().toString('latin1').replace(from, to), 'latin1');

const NOT_TAKEN = {
  'nothing at all': [Buffer.alloc(0)],
  'a page': [Buffer.from('<!doctype html><script>alert(1)</script>')],
  'a page that says it is a page': [Buffer.from('<!doctype html><script>alert(1)</script>'), 'text/html'],
  'a drawing with a script (SVG)': [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  'a drawing that says so': [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    'image/svg+xml',
  ],
  'a program (EXE)': [Buffer.concat([Buffer.from('MZ'), Buffer.alloc(5_000)])],
  'a program (ELF)': [Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(5_000)])],
  'an archive (ZIP)': [zip],
  'a PDF and an archive at once': [Buffer.concat([aPdf(), zip])],
  'an archive and a PDF at once': [Buffer.concat([zip, aPdf()])],
  'a PDF and a page at once': [replaced('1 0 obj', '<script>alert(1)</script>')],
  'a PDF behind a page': [Buffer.concat([Buffer.from('<html>'), aPdf()])],
  'a PDF with words behind its end': [Buffer.concat([aPdf(), Buffer.from('<?php system($_GET[0]); ?>')])],
  'half a PDF': [aPdf().subarray(0, 90)],
  'ten megabytes of zeros, packed (a bomb)': [gzipSync(Buffer.alloc(10 * MEGABYTE))],
  'a packed body that says so': [gzipSync(aPdf('x', 10 * MEGABYTE)), 'application/pdf', { 'content-encoding': 'gzip' }],
  'XML with entities (XXE)': [
    Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'),
    'application/xml',
  ],
  'a spreadsheet': [zip, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  'a PDF that does not say what it is': [aPdf(), ''],
  'a form with a file': [
    Buffer.from('--x\r\ncontent-disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n%PDF-1.7\r\n--x--'),
    'multipart/form-data; boundary=x',
  ],
  'twenty-six megabytes': [aPdf('stor', 26 * MEGABYTE)],
};

const NAMES = {
  'that climbs': ['../../../etc/cron.d/x', 'x.pdf'],
  'that climbs, as Windows writes it': ['..\\..\\windows\\system32\\x.pdf', 'x.pdf'],
  'with a NUL': ['a\0.exe', 'a.exe.pdf'],
  'that reads backwards': ['protokoll\u202efdp.exe', 'protokollfdp.exe.pdf'],
  'that is a header': ['a"\r\nset-cookie: a=b\r\n.pdf', /^[^\r\n"]+\.pdf$/],
  'of a device': ['CON', '_CON.pdf'],
  'that is a formula': ['=cmd|calc.pdf', /\.pdf$/],
  'of ten thousand letters': ['å'.repeat(1_000), /^å{100,146}\.pdf$/],
};

async function refused(answer) {
  assert.ok(answer.status >= 400 && answer.status < 500, `answered ${answer.status}: ${answer.text.slice(0, 200)}`);
  assert.ok(answer.text.length < 1_024);
  assert.ok(answer.json?.code ?? answer.json?.error);
}

export const cases = [
  ...Object.entries(NOT_TAKEN).map(([name, [content, type, headers]], at) => ({
    name: `upload of ${name}`,
    expects: 'a short refusal within a second; nothing is kept',
    quick: at % 2 === 0,
    needs: ['database', 'folder'],
    attack: async (target) => {
      const before = stored(target);
      let best = Infinity;
      for (let time = 0; time < 3 && best > 1_000; time++) {
        const answer = await upload(target, content, { type, headers });
        await refused(answer);
        best = Math.min(best, answer.milliseconds);
      }
      assert.ok(best <= 1_000, `${best.toFixed(0)} ms`);
      assert.equal(stored(target), before);
    },
  })),
  ...Object.entries(NAMES).map(([name, [given, kept]], at) => ({
    name: `upload under a name ${name}`,
    expects: 'a plain name that ends in .pdf, in the answer and in the download; nothing outside the store',
    quick: at % 2 === 0,
    needs: ['database', 'folder'],
    attack: async (target) => {
      const content = aPdf(`navn ${at} ${Date.now()}`);
      const { status, json, text } = await upload(target, content, { name: given });
      assert.equal(status, 201, text);
      if (kept instanceof RegExp) assert.match(json.name, kept);
      else assert.equal(json.name, kept);
      const sha = createHash('sha256').update(content).digest('hex');
      const { token } = await place(target);
      const { headers } = await target.fetch(json.url, { headers: { authorization: `Bearer ${token}` } });
      assert.match(
        headers.get('content-disposition'),
        /^attachment; filename="[\w .()-]+\.pdf"; filename\*=UTF-8''[\w.%()~!-]+$/,
      );
      assert.equal(headers.get('set-cookie'), null);
      const files = readdirSync(join(target.folder, 'attachments'), { recursive: true }).map(String);
      assert.ok(
        files.some((file) => file.endsWith(sha)),
        'kept by another name than its hash',
      );
    },
  })),
  {
    name: 'a download, opened in a browser',
    expects: 'octet-stream, attachment, sandboxed, not sniffed, not kept; the same bytes',
    quick: true,
    needs: ['database', 'folder'],
    attack: async (target) => {
      const { token } = await place(target);
      const content = aPdf(`ned ${Date.now()}`);
      const { json } = await upload(target, content);
      for (const method of ['GET', 'HEAD']) {
        const { headers, text, status } = await target.fetch(json.url, {
          method,
          headers: { authorization: `Bearer ${token}` },
        });
        assert.equal(status, 200);
        assert.equal(headers.get('content-type'), 'application/octet-stream');
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
        assert.match(headers.get('content-security-policy'), /default-src 'none'.*sandbox/);
        assert.match(headers.get('cache-control'), /no-store/);
        assert.equal(text.length > 0, method === 'GET');
      }
    },
  },
  {
    name: 'a file of Agder, asked for by a stranger, by another region, and by ids that are none',
    expects: 'a stranger logs in first; the others get the same bytes as for an id that never was',
    quick: true,
    needs: ['database', 'folder'],
    attack: async (target) => {
      const { json } = await upload(target, aPdf(`fremmed ${Date.now()}`));
      assert.equal((await target.fetch(json.url)).status, 401);
      const [{ id: regionId }] = await target.sql(
        `insert into region (name, slug) values ('Fil', 'fil-' || substr(md5(random()::text), 1, 8)) returning id`,
      );
      const [{ id: personId }] = await target.sql(
        `insert into person (name, email) values ('Fil Fremmed', 'fil-' || gen_random_uuid() || '@fil.example') returning id`,
      );
      await target.sql(`insert into role (region_id, person_id, kind) values ($1, $2, 'SECRETARIAT')`, [
        regionId,
        personId,
      ]);
      const token = await target.freshToken({ personId });
      const ask = async (path) => {
        const { status, text } = await target.fetch(path, { headers: { authorization: `Bearer ${token}` } });
        return `${status} ${text.replace(/"requestId":"[^"]*"/, '')}`;
      };
      const never = await ask('/attachments/01900000-0000-7000-8000-00000000dead');
      assert.match(never, /^404 /);
      for (const path of [json.url, '/attachments/..%2f..%2fpackage.json', '/attachments/%00', `${json.url}%20`])
        assert.equal(await ask(path), never, path);
      const { stepId } = await place(target);
      assert.equal((await upload(target, aPdf('inn'), { token, stepId })).status, 404);
    },
  },
  {
    name: 'a length that is not that of the body',
    expects: 'cut off or refused; nothing is kept',
    quick: false,
    needs: ['database', 'folder'],
    attack: async (target) => {
      const { stepId, token } = await place(target);
      const before = stored(target);
      for (const length of ['99999999999', '-1', '1e3', '10'])
        await target.raw(
          `POST /attachments?for=${stepId} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: application/pdf\r\nx-file-name: a.pdf\r\ncontent-length: ${length}\r\n\r\n${aPdf().toString('latin1')}`,
          1_000,
        );
      assert.equal(stored(target), before);
      assert.equal((await target.fetch('/health/ready')).status, 200);
    },
  },
  ...[
    [1, 'one person'],
    [8, 'eight people'],
  ].map(([people, whose]) => ({
    name: `forty uploads of twenty-four megabytes at once, by ${whose}`,
    expects: 'the API takes no more than 100 MB beyond what it has, while 960 MB are sent; who is one too many waits',
    quick: false,
    needs: ['database', 'folder'],
    attack: async (target) => {
      const pid = apiProcess(target);
      if (!pid) return;
      const senders = await places(target, people);
      const content = aPdf(`mange ${Date.now()}`, 24 * MEGABYTE);
      const began = memoryOf(pid);
      let most = began;
      const looking = setInterval(() => (most = Math.max(most, memoryOf(pid))), 20);
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, at) => upload(target, content, senders[at % people]).catch(() => null)),
      );
      clearInterval(looking);
      assert.ok(answers.some((answer) => answer?.status === 201));
      assert.ok(answers.every((answer) => !answer || [201, 429, 503].includes(answer.status)));
      for (const answer of answers.filter((one) => one && one.status !== 201))
        assert.ok(Number(answer.headers.get('retry-after')) > 0, 'told to wait, not how long');
      assert.ok(most - began <= 100, `from ${began.toFixed(0)} to ${most.toFixed(0)} MB`);
    },
  })),
  ...[
    ['a formula', 'body,meeting_id,date\n=HYPERLINK("http://evil.example"),1,2017-01-10\n'],
    ['a million commas', `body,meeting_id,date\n${','.repeat(999_000)}\n`],
    ['two megabytes', `body,meeting_id,date\n${'a,1,2017-01-10\n'.repeat(140_000)}`],
    ['a quote that never ends', `body,meeting_id,date\n"${'a'.repeat(500_000)}`],
    ['zeros', 'body,meeting_id,date\n\0\0\0,1,2017-01-10\n'],
  ].map(([name, csv], at) => ({
    name: `a calendar file with ${name}`,
    expects: 'faults by line and column within a second; no row changed; formulas are not handed out again',
    quick: at % 2 === 0,
    needs: ['database'],
    attack: async (target) => {
      const { organisationId } = target.person({ role: 'COORDINATOR' });
      const token = await target.token({ role: 'COORDINATOR' });
      const answer = await target.graphql(
        'mutation ($input: ImportMeetingsInput!) { it: importMeetings(input: $input) { __typename ... on UserError { code } } }',
        { token, variables: { input: { organisationId, csv, dryRun: false } } },
      );
      assert.ok(answer.status < 500, answer.text.slice(0, 200));
      assert.ok(answer.milliseconds < 1_000, `${answer.milliseconds.toFixed(0)} ms`);
      assert.ok(answer.status === 413 || answer.json.errors || answer.json.data.it.code, answer.text.slice(0, 200));
      assert.ok(answer.text.length < 100_000 && !answer.text.includes('HYPERLINK('));
      const [{ n }] = await target.sql(`select count(*)::int as n from decision_body where name like '=%'`);
      assert.equal(n, 0);
    },
  })),
  {
    name: 'tables that spreadsheets open',
    expects: 'names that begin as a formula stand in the CSV of the report as text, whatever they begin with',
    quick: false,
    needs: ['database'],
    attack: async (target) => {
      const items = await target.sql(
        `select i.id, i.name, i.case_id, r.name as region from volume_item i join region r on r.id = i.region_id join (select case_id from volume_line l join volume_item on volume_item.id = l.item_id
           group by case_id order by count(*) desc limit 1) largest on largest.case_id = i.case_id order by i.number`,
      );
      const token = await target.token({ role: 'COORDINATOR', region: items[0].region });
      const rename = (id, name) => target.sql('update volume_item set name = $2 where id = $1', [id, name]);
      try {
        for (const shape of FORMULAS) {
          for (const { id } of items) await rename(id, shape);
          const { status, text } = await target.fetch(`/reports/${items[0].case_id}.csv`, {
            headers: { authorization: `Bearer ${token}` },
          });
          assert.equal(status, 200);
          assert.ok(text.includes(shape.trim().replaceAll('"', '""')), `the name is there: ${JSON.stringify(shape)}`);
          const cells = text
            .match(/(?<=^|;|\n)(?:"(?:[^"]|"")*"|[^;\r\n]*)/g)
            .map((cell) => cell.replace(/^"|"$/g, ''));
          const live = cells.filter(
            (cell) => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) && !/^-?\d+(,\d+)?$/.test(cell),
          );
          assert.deepEqual(live, [], JSON.stringify(shape));
        }
      } finally {
        for (const { id, name } of items) await rename(id, name);
      }
    },
  },
];

/** The process of the API: the child of the service that runs api/src/main.js with this data folder. */
function apiProcess({ folder }) {
  if (!existsSync('/proc/self/stat')) return null;
  return readdirSync('/proc').find((pid) => {
    try {
      return (
        /^\d+$/.test(pid) &&
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('apps/api/src/main') &&
        readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`SAMANKER_DATA_DIR=${folder}`)
      );
    } catch {
      return false;
    }
  });
}

const memoryOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

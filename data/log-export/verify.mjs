// Verifies an exported decision log of Samanker on any machine: node verify.mjs [folder] [--key …] [--checkpoint …]
// Needs Node 18 or newer and nothing else; opens no connection; changes nothing. Exit code 0: everything holds, 1: not.
//   --key         a key that you believe from elsewhere: its fingerprint (64 digits) or a file with the public key
//   --checkpoint  a file with a checkpoint that you got by mail, or the list that the service writes; may be repeated
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const KIND = 'samanker decision log checkpoint';
const GENESIS = '0'.repeat(64);
const HASH = /^[0-9a-f]{64}$/;

/** What does not hold; the first one found is told first. */
class Fault extends Error {}
const faults = [];
const notes = [];
const fault = (text) => faults.push(text);

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

async function sha256OfFile(path) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

function json(text, what) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault(`${what} cannot be read`);
  }
}

async function* linesOf(path) {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity }))
    if (line) yield line;
}

/** SHA-256 over the public half of a key: its fingerprint. */
const fingerprintOf = (publicKey) => sha256(publicKey.export({ type: 'spki', format: 'der' }));

/** The keys and checkpoints that were brought along from elsewhere. */
function broughtAlong(words) {
  let folder = null;
  const keys = new Set();
  const checkpoints = [];
  for (let at = 0; at < words.length; at++) {
    if (words[at] === '--key') {
      const given = words[++at] ?? '';
      keys.add(HASH.test(given) ? given : fingerprintOf(createPublicKey(readFileSync(given))));
    } else if (words[at] === '--checkpoint') {
      const text = readFileSync(words[++at] ?? '', 'utf8').trim();
      const lines = /^\{.*\}$/m.test(text) ? text.split('\n') : [text];
      checkpoints.push(...lines.filter(Boolean).map((line) => json(line, words[at])));
    } else folder = words[at];
  }
  return { folder: folder ?? dirname(fileURLToPath(import.meta.url)), keys, checkpoints };
}

/** What a signed checkpoint states, when its signature is that of the key which it names. */
function statementOf({ text, signature, publicKey }, what) {
  const statement = json(String(text), what);
  if (
    statement.v !== 1 ||
    statement.kind !== KIND ||
    !HASH.test(statement.hash) ||
    !Number.isSafeInteger(statement.seq)
  )
    throw new Fault(`${what} is no checkpoint`);
  let holds = false;
  try {
    const key = createPublicKey(publicKey);
    holds =
      fingerprintOf(key) === statement.key && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    // A key or a signature that is none holds nothing.
  }
  if (!holds) throw new Fault(`the signature of ${what} does not hold`);
  return statement;
}

/** Those that were mailed are believed; they make their key believed too. */
function statementsFromElsewhere(checkpoints, manifest, keys) {
  const statements = new Map();
  for (const checkpoint of checkpoints) {
    const statement = statementOf(checkpoint, 'a checkpoint from elsewhere');
    if (statement.region?.id !== manifest?.region?.id) continue;
    keys.add(statement.key);
    if (statement.madeAt > manifest.exportedAt) notes.push(`checkpoint ${statement.number} is younger than the export`);
    else statements.set(statement.number, { ...statement, text: checkpoint.text });
  }
  return statements;
}

/** Follows the checkpoints of the export and answers, by number of entry, the hashes that they state. */
async function followCheckpoints(folder, regionId, keys, elsewhere) {
  const stated = new Map([...elsewhere.values()].map((one) => [one.seq, one]));
  const path = join(folder, 'checkpoints.jsonl');
  let [number, previous, seq] = [0, null, 0];
  for await (const line of existsSync(path) ? linesOf(path) : []) {
    number++;
    const what = `checkpoint ${number}`;
    const checkpoint = json(line, what);
    const statement = statementOf(checkpoint, what);
    if (statement.number !== number || statement.region?.id !== regionId)
      throw new Fault(`${what} is missing, or stands in the wrong place`);
    if (keys.size > 0 && !keys.has(statement.key))
      throw new Fault(
        `${what}, up to entry ${statement.seq}, is signed with a key that is not believed (${statement.key})`,
      );
    if (statement.previous !== previous || statement.seq < seq)
      throw new Fault(`${what} does not follow the one before it`);
    const mailed = elsewhere.get(number);
    if (mailed && mailed.text !== checkpoint.text)
      throw new Fault(`${what}, up to entry ${statement.seq}, is not the one that was sent out`);
    if (!stated.has(statement.seq)) stated.set(statement.seq, statement);
    [previous, seq] = [sha256(checkpoint.text), statement.seq];
  }
  const lost = [...elsewhere.keys()].find((one) => one > number);
  if (lost) fault(`checkpoint ${lost} was sent out and is not in the export`);
  return { count: number, stated };
}

/** Every SHA-256 that an entry says a file has. */
function filesMentioned(value, found = []) {
  if (value && typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'attachmentSha256' && inner) found.push(...[inner].flat());
      else filesMentioned(inner, found);
    }
  }
  return found;
}

/** Follows the chain entry by entry; throws at the first that is not what it was. Answers its end and the files it speaks of. */
async function followChain(folder, stated) {
  const number = Buffer.alloc(8);
  const files = new Map();
  let [seq, hash, agreed, left, texts] = [0, GENESIS, 0, 0, 0];
  for await (const line of linesOf(join(folder, 'log.jsonl'))) {
    const entry = json(line, `entry ${seq + 1}`);
    if (entry.seq !== seq + 1)
      throw new Fault(`entry ${seq + 1} is missing or stands in the wrong place: entry ${entry.seq} stands there`);
    if (entry.previous !== hash) throw new Fault(`entry ${entry.seq} does not follow the one before it (broken link)`);
    number.writeBigInt64BE(BigInt(entry.seq));
    if (entry.entry === undefined) left++;
    else {
      texts++;
      if (sha256(Buffer.from(hash, 'hex'), number, entry.entry) !== entry.hash)
        throw new Fault(`entry ${entry.seq} was changed`);
      for (const file of filesMentioned(json(entry.entry, `entry ${entry.seq}`)))
        if (!files.has(file)) files.set(file, entry.seq);
    }
    if (!HASH.test(entry.hash)) throw new Fault(`entry ${entry.seq} has no hash`);
    [seq, hash] = [entry.seq, entry.hash];
    const statement = stated.get(seq);
    if (statement && statement.hash !== hash)
      throw new Fault(
        `entries ${agreed + 1} to ${seq} were rewritten: checkpoint ${statement.number} states another hash for entry ${seq}`,
      );
    if (statement) agreed = seq;
  }
  const beyond = [...stated.keys()].filter((one) => one > seq).sort((a, b) => a - b)[0];
  if (beyond)
    throw new Fault(
      `entry ${seq + 1} is missing: checkpoint ${stated.get(beyond).number} states ${beyond} entries, here are ${seq}`,
    );
  return { seq, hash, agreed, left, texts, files };
}

/** The list of all files with their hashes, signed when the export was made. */
function readManifest(folder) {
  const text = readFileSync(join(folder, 'export.json'), 'utf8').trim();
  const { statement, signature, publicKey } = json(text, 'export.json');
  const manifest = json(String(statement), 'export.json');
  const key = createPublicKey(publicKey);
  if (!verify(null, Buffer.from(statement), key, Buffer.from(signature, 'base64')))
    throw new Fault('the signature of export.json does not hold');
  if (manifest.v !== 1 || manifest.kind !== 'samanker decision log export')
    throw new Fault('export.json is no list of an export');
  return { ...manifest, key: fingerprintOf(key) };
}

async function checkFiles(folder, manifest) {
  const listed = new Map(Object.entries(manifest.files));
  for (const [name, hash] of listed) {
    if (name.startsWith('attachments/')) continue;
    if (name.includes('..') || !existsSync(join(folder, name))) fault(`${name} is missing`);
    else if ((await sha256OfFile(join(folder, name))) !== hash) fault(`${name} is not what was exported`);
  }
  const here = (place) =>
    readdirSync(join(folder, place), { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? here(join(place, one.name)) : [join(place, one.name).replaceAll('\\', '/')],
    );
  for (const name of here('.'))
    if (name !== 'export.json' && !listed.has(name)) notes.push(`${name} did not come with the export`);
}

async function checkAttachments(folder, files, { attachments, missing = [] }) {
  const folderOf = join(folder, 'attachments');
  const here = existsSync(folderOf) ? readdirSync(folderOf) : [];
  for (const name of here)
    if ((await sha256OfFile(join(folderOf, name))) !== name)
      fault(
        `attachments/${name} is not what it was${files.has(name) ? `: entry ${files.get(name)} speaks of it` : ''}`,
      );
  if (!attachments) return notes.push('the export was made without attachments');
  for (const [sha, seq] of files)
    if (!here.includes(sha))
      fault(
        `attachment ${sha}, of which entry ${seq} speaks, is missing${missing.includes(sha) ? ' (it was when the export was made)' : ''}`,
      );
}

async function main() {
  const { folder, keys, checkpoints } = broughtAlong(process.argv.slice(2));
  if (!existsSync(join(folder, 'log.jsonl')) || !statSync(folder).isDirectory())
    throw new Fault(`there is no log.jsonl in ${folder}: unpack the export first`);
  const step = async (work) => {
    try {
      return await work();
    } catch (error) {
      fault(error instanceof Fault ? error.message : String(error.message));
      return null;
    }
  };
  const manifest = await step(() => readManifest(folder));
  const regionId = manifest?.region?.id;
  const elsewhere = (await step(() => statementsFromElsewhere(checkpoints, manifest, keys))) ?? new Map();
  const signed = await step(() => followCheckpoints(folder, regionId, keys, elsewhere));
  const stated = signed?.stated ?? new Map([...elsewhere.values()].map((one) => [one.seq, one]));
  const chain = await step(() => followChain(folder, stated));
  if (manifest) {
    if (keys.size > 0 && !keys.has(manifest.key))
      fault(`export.json is signed with a key that is not believed (${manifest.key})`);
    if (chain && (chain.seq !== manifest.entries || chain.hash !== manifest.head))
      fault(
        `entry ${Math.min(chain.seq, manifest.entries) + 1}: the export had ${manifest.entries} entries, here are ${chain.seq}`,
      );
    await checkFiles(folder, manifest);
    if (chain) await checkAttachments(folder, chain.files, manifest);
  }
  if (chain?.left)
    notes.push(
      `${chain.texts} entries of one case; of ${chain.left} others only the hashes: that none was left out cannot be shown`,
    );
  if (keys.size === 0)
    notes.push(
      'no key from elsewhere: this shows that the export agrees with itself. Compare the fingerprint with one that you trust (--key, --checkpoint)',
    );

  for (const text of faults) console.log(`FAULT  ${text}`);
  for (const text of notes) console.log(`note   ${text}`);
  if (manifest) console.log(`key    ${manifest.key}`);
  if (faults.length > 0) return 1;
  console.log(
    `ok     ${chain.seq} entries of ${manifest.region.name}, ${signed.count} checkpoints, the last at entry ${chain.agreed}, ${chain.files.size} attachments`,
  );
  if (chain.agreed < chain.seq)
    console.log(
      `note   the entries after ${chain.agreed} stand behind the last checkpoint: nobody has signed them yet`,
    );
  return 0;
}

main().then(
  (code) => (process.exitCode = code),
  (error) => {
    console.log(`FAULT  ${error.message}`);
    process.exitCode = 1;
  },
);

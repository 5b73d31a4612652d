import { inflateRawSync } from 'node:zlib';

/** What an archive may hold once it is unpacked. */
export interface ZipLimits {
  readonly entries: number;
  readonly bytes: number;
}

/** Why an archive is not opened. */
export type ZipFault = 'NOT_A_ZIP' | 'TOO_LARGE';

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/**
 * The entries of a ZIP archive that lies in memory. What the directory declares is added up before anything is unpacked,
 * and no entry is unpacked further than it declares: an archive that grows without end is refused by its word, or where
 * it breaks it. Wide (ZIP64), split and encrypted archives are refused.
 */
export function openZip(zip: Buffer, limits: ZipLimits): Map<string, Buffer> | ZipFault {
  try {
    return unpacked(zip, limits);
  } catch {
    // Offsets that lead out of the archive, and deflated content that is none or is longer than declared.
    return 'NOT_A_ZIP';
  }
}

function unpacked(zip: Buffer, limits: ZipLimits): Map<string, Buffer> | ZipFault {
  const end = directoryEnd(zip);
  if (end === null) return 'NOT_A_ZIP';
  const count = zip.readUInt16LE(end + 10);
  if (count > limits.entries) return 'TOO_LARGE';
  const entries = directoryOf(zip, zip.readUInt32LE(end + 16), count);
  if (!entries) return 'NOT_A_ZIP';
  if (entries.reduce((sum, { bytes }) => sum + bytes, 0) > limits.bytes) return 'TOO_LARGE';
  const parts = new Map<string, Buffer>();
  for (const entry of entries) {
    const content = contentOf(zip, entry);
    if (!content || parts.has(entry.name)) return 'NOT_A_ZIP';
    parts.set(entry.name, content);
  }
  return parts;
}

function directoryEnd(zip: Buffer): number | null {
  for (let at = zip.length - END_BYTES; at >= 0 && at >= zip.length - END_BYTES - LONGEST_COMMENT; at--)
    if (zip.readUInt32LE(at) === DIRECTORY_END) return at;
  return null;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly bytes: number;
  readonly at: number;
}

function directoryOf(zip: Buffer, from: number, count: number): Entry[] | null {
  const entries: Entry[] = [];
  let at = from;
  for (let number = 0; number < count; number++) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY || zip.readUInt16LE(at + 8) & ENCRYPTED) return null;
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameBytes!),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      bytes: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes! + extraBytes! + commentBytes!;
  }
  return entries;
}

function contentOf(zip: Buffer, { method, packed, bytes, at }: Entry): Buffer | null {
  if (zip.readUInt32LE(at) !== LOCAL_ENTRY) return null;
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const content = zip.subarray(from, from + packed);
  if (content.length !== packed) return null;
  if (method === STORED) return packed === bytes ? content : null;
  if (method !== DEFLATED) return null;
  const plain = bytes === 0 ? Buffer.alloc(0) : inflateRawSync(content, { maxOutputLength: bytes });
  return plain.length === bytes ? plain : null;
}

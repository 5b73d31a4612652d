// The note that a running `npm start` leaves for other commands in the same folder: who it is, and its addresses.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookAt } from './processes.mjs';

const noteIn = (folder) => join(folder, 'running.json');

/** The running `npm start` of this data folder, or null. */
export function running(folder) {
  try {
    const note = JSON.parse(readFileSync(noteIn(folder), 'utf8'));
    if (note.pid === process.pid || !lookAt(note.pid)?.words.includes('start.mjs')) return null;
    return note;
  } catch {
    return null;
  }
}

export function noteRunning(folder, note) {
  writeFileSync(noteIn(folder), JSON.stringify({ pid: process.pid, ...note }), { mode: 0o600 });
}

export function forgetRunning(folder) {
  rmSync(noteIn(folder), { force: true });
}

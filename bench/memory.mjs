// How much memory a process holds while it is under load.
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

/** Resident memory of a process in megabytes. */
export function residentMegabytes(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  }
}

/** The most that a process holds while `work` runs. */
export async function mostMemory(pid, work) {
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, residentMegabytes(pid))), 200);
  try {
    const result = await work();
    return { most, result };
  } finally {
    clearInterval(timer);
  }
}

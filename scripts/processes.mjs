// What can be known about another process of this machine.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * Parent and command line of a running process; null when there is none. A number alone proves nothing: it may belong to
 * a process that is dead but not yet buried, or by now to quite another program.
 */
export function lookAt(pid) {
  if (existsSync('/proc/self/stat')) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return state === 'Z' ? null : { parent: Number(parent), words };
    } catch {
      return null;
    }
  }
  const answer = spawnSync('ps', ['-o', 'ppid=,stat=,args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  const [, parent, state, words] = /^\s*(\d+)\s+(\S+)\s+(.*)$/m.exec(answer) ?? [];
  return words && !state.startsWith('Z') ? { parent: Number(parent), words } : null;
}

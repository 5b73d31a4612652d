// `npm start` is npm, which starts a shell or us. When npm is killed with -9 nobody tells us: so we look.
import { lookAt } from './processes.mjs';

const EVERY_MS = 500;

/** The processes from us up to npm; empty where no npm is near. */
function ancestors() {
  const found = [];
  for (let pid = process.ppid; pid > 1 && found.length < 3;) {
    const seen = lookAt(pid);
    if (!seen) return [];
    found.push(pid);
    if (/\bnpm\b/.test(seen.words)) return found;
    pid = seen.parent;
  }
  return [];
}

/** Calls back once when the npm that started us is gone. Started without npm, it watches nobody. */
export function watchParent(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const watched = ancestors();
  if (watched.length === 0) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent && watched.every((pid) => lookAt(pid))) return;
    clearInterval(timer);
    gone();
  }, EVERY_MS);
  timer.unref();
}

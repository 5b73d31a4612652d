import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** What a reader of paper cannot open: all that is folded away, but for forms and for proofs that only programs read. */
const CLOSED = 'main details:not([open]):not(.off-paper):not(.proof)';

let printing = false;
const told = new Set<() => void>();
const opened = new Set<HTMLDetailsElement>();

function tell(now: boolean): void {
  printing = now;
  // The browser takes its picture as soon as this returns: what is made for paper is made at once.
  flushSync(() => told.forEach((one) => one()));
}

window.addEventListener('beforeprint', () => {
  tell(true);
  for (const one of document.querySelectorAll<HTMLDetailsElement>(CLOSED)) {
    if (one.closest('.off-paper')) continue;
    opened.add(one);
    one.open = true;
  }
});

window.addEventListener('afterprint', () => {
  for (const one of opened) one.open = false;
  opened.clear();
  tell(false);
});

function listen(one: () => void): () => void {
  told.add(one);
  return () => told.delete(one);
}

/** Whether the page is being put on paper just now. */
export function useOnPaper(): boolean {
  return useSyncExternalStore(listen, () => printing);
}

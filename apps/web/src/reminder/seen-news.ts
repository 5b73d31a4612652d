import { useSyncExternalStore } from 'react';

const KEPT = 'samanker.news-seen';
const listeners = new Set<() => void>();

function seenOf(): Readonly<Record<string, number>> {
  try {
    return JSON.parse(window.localStorage.getItem(KEPT) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}

/**
 * Up to which number somebody has seen the news. It stays in this browser: what a person has read is nobody's business,
 * so the service does not keep it.
 */
export function useSeenNews(who: string): { readonly upTo: number; readonly see: (upTo: number) => void } {
  const upTo = useSyncExternalStore(
    (heard) => {
      listeners.add(heard);
      window.addEventListener('storage', heard);
      return () => {
        listeners.delete(heard);
        window.removeEventListener('storage', heard);
      };
    },
    () => seenOf()[who] ?? 0,
  );
  const see = (number: number): void => {
    window.localStorage.setItem(KEPT, JSON.stringify({ ...seenOf(), [who]: number }));
    for (const heard of listeners) heard();
  };
  return { upTo, see };
}

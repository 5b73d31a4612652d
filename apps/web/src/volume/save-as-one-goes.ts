import { useEffect, useRef } from 'react';

/** How long the keyboard rests before the sheet is saved. */
const REST_MS = 1_500;

/** Saves after a moment of rest, and at once when the page is left before it; null while nothing is to be saved. */
export function useSaveAsOneGoes(save: (() => void) | null): void {
  const last = useRef(save);
  useEffect(() => {
    last.current = save;
    if (!save) return;
    const soon = setTimeout(save, REST_MS);
    return () => clearTimeout(soon);
  });
  useEffect(() => () => last.current?.(), []);
}

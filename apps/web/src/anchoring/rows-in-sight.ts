import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Up to this many rows all exist: found by the browser's own search, and printed. */
const FEW = 50;
const ROW_PX = 150;
const HEAD_PX = 64;

/** A row, or the room of the rows that do not exist now. */
export type Piece = { readonly index: number } | { readonly gap: number; readonly before: number };

/**
 * Which rows of a long table exist: those in sight, and the one that has the focus. On paper all of them do. The arrow
 * keys go along a column of links or buttons (`data-along`), Home and End with Ctrl to its ends.
 */
export function useRowsInSight(rows: readonly object[], scroller: RefObject<HTMLDivElement | null>) {
  const focus = useRef<number | null>(null);
  const wanted = useRef<{ index: number; along: string } | null>(null);
  const printed = usePrinting();
  const virtual = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    overscan: 4,
    initialRect: { width: 1200, height: 900 },
    rangeExtractor: useCallback((range: Range) => {
      const inSight = defaultRangeExtractor(range);
      const kept = focus.current;
      if (kept === null || kept >= range.count || inSight.includes(kept)) return inSight;
      return [...inSight, kept].sort((a, b) => a - b);
    }, []),
  });
  const all = printed || rows.length <= FEW;
  const pieces: Piece[] = [];
  if (all) rows.forEach((_, index) => pieces.push({ index }));
  else {
    let end = HEAD_PX;
    for (const item of virtual.getVirtualItems()) {
      if (item.start > end) pieces.push({ gap: item.start - end, before: item.index });
      pieces.push({ index: item.index });
      end = item.end;
    }
    const left = virtual.getTotalSize() + HEAD_PX - end;
    if (left > 0) pieces.push({ gap: left, before: rows.length });
  }

  const find = useCallback(
    (index: number, along: string) =>
      scroller.current?.querySelector<HTMLElement>(`tr[data-index="${index}"] [data-along="${along}"]`),
    [scroller],
  );
  useEffect(() => {
    // A row that was only just made: the focus follows.
    const place = wanted.current && find(wanted.current.index, wanted.current.along);
    if (!place) return;
    wanted.current = null;
    place.focus();
  });

  const along = (event: KeyboardEvent): void => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-along]');
    const index = Number(from?.closest('tr')?.dataset.index);
    if (!from || Number.isNaN(index)) return;
    const last = rows.length - 1;
    const to: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      ...(event.ctrlKey ? { Home: 0, End: last } : {}),
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const index2 = Math.min(Math.max(next, 0), last);
    const name = from.dataset.along!;
    const there = find(index2, name);
    if (there) there.focus();
    else {
      wanted.current = { index: index2, along: name };
      focus.current = index2;
      virtual.scrollToIndex(index2, { align: 'center' });
    }
  };
  const focused = (event: FocusEvent): void => {
    const index = Number((event.target as HTMLElement).closest('tr')?.dataset.index);
    if (!Number.isNaN(index)) focus.current = index;
  };
  return { pieces, along, focused, measure: all ? NOTHING : virtual.measureElement };
}

const NOTHING = (): void => undefined;

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it stands when the event has been handled.
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { CaseBoardVersionDocument } from '../generated/documents';
import { ask } from '../request/ask';
import { questionKey } from '../request/use-ask';
import type { Row } from './board-rows';

const EVERY_MS = 5_000;
/** While the service does not answer. */
const PATIENT_MS = 30_000;

/**
 * Asks every few seconds whether the board has changed, while the page is looked at: one short statement, nothing of the
 * board in its answer. Only then is the board asked for again. A poll comes through every proxy, ends with the session,
 * and needs nobody to remember who listens.
 */
export function useLiveBoard(caseId: string): void {
  const queries = useQueryClient();
  const document = CaseBoardVersionDocument;
  const key = questionKey(document as never, { caseId });
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask(document, { caseId }, signal),
    refetchInterval: ({ state }) => (state.status === 'error' ? PATIENT_MS : EVERY_MS),
    staleTime: 0,
  });
  const version = data?.caseBoardVersion;
  const known = useRef(version);
  useEffect(() => {
    const before = known.current;
    known.current = version;
    if (before && version && before !== version)
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
  });
}

/** The names of the municipalities that have changed since the page last said so; empty at first. */
export function useChanged(rows: readonly Row[]): readonly string[] {
  const before = useRef(rows);
  const [changed, setChanged] = useState<readonly string[]>([]);
  useEffect(() => {
    if (before.current === rows) return;
    // A row that has not changed is the same object: answers are merged into the one before.
    const old = new Set(before.current);
    const names = rows.filter((row) => !old.has(row)).map(({ organisationName }) => organisationName);
    before.current = rows;
    if (names.length > 0) setChanged(names);
  }, [rows]);
  return changed;
}

import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { TypedDocumentString } from '../generated/documents';
import { ask } from './ask';

/** Key of a question: what `queryClient.invalidateQueries` finds it by. */
export function questionKey(document: TypedDocumentString<unknown, unknown>, variables?: unknown): readonly unknown[] {
  const name = /(?:query|mutation)\s+(\w+)/.exec(document.toString())?.[1] ?? document.toString();
  return variables === undefined ? [name] : [name, variables];
}

/** Asks, keeps the answer, and asks again when a verb has changed something. */
export function useAsk<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  options: { enabled?: boolean; keepLast?: boolean } = {},
): UseQueryResult<Data> {
  return useQuery<Data>({
    queryKey: questionKey(document as TypedDocumentString<unknown, unknown>, variables),
    queryFn: ({ signal }) => ask(document, variables, signal),
    enabled: options.enabled ?? true,
    placeholderData: options.keepLast ? (last: unknown) => last as never : undefined,
  });
}

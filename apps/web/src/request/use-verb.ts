import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { TypedDocumentString } from '../generated/documents';
import { ask, NotLoggedIn } from './ask';

/** An expected "no" of the API: a sentence in the person's language, and which part of the input it is about. */
export interface Refused {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** What a verb answers with: the thing itself, or a refusal. */
type Outcome<Answer> = Exclude<Answer, Refused>;

export interface Verb<Input, Answer> {
  /** Resolves with the answer, or with null when it was refused or failed. */
  readonly carryOut: (input: Input) => Promise<Outcome<Answer> | null>;
  readonly busy: boolean;
  readonly refused: Refused | null;
  /** Any other member of the union that came instead of the thing itself. */
  readonly answer: Answer | null;
  readonly failed: Error | null;
  readonly clear: () => void;
}

function isRefused(answer: object): answer is Refused {
  return 'code' in answer && 'message' in answer && 'path' in answer;
}

/**
 * Carries out a verb of the API. Each submit has its own idempotency key; a repeat of the very same input after an answer
 * that never came uses the same key again, so that a click on a bad line is never two decisions.
 */
export function useVerb<Data extends object, Input extends { idempotencyKey?: unknown }>(
  document: TypedDocumentString<Data, { input: Input }>,
): Verb<Omit<Input, 'idempotencyKey'>, Data[keyof Data] & object> {
  type Answer = Data[keyof Data] & object;
  const queries = useQueryClient();
  const [state, setState] = useState<{ busy: boolean; answer: Answer | null; failed: Error | null }>({
    busy: false,
    answer: null,
    failed: null,
  });
  const unanswered = useRef<{ input: string; key: string } | null>(null);
  const under = useRef(false);

  const carryOut = useCallback(
    async (input: Omit<Input, 'idempotencyKey'>): Promise<Outcome<Answer> | null> => {
      if (under.current) return null;
      under.current = true;
      const said = JSON.stringify(input);
      const key = unanswered.current?.input === said ? unanswered.current.key : crypto.randomUUID();
      unanswered.current = { input: said, key };
      setState({ busy: true, answer: null, failed: null });
      try {
        const data = await ask(document, { input: { ...input, idempotencyKey: key } as unknown as Input });
        const answer = Object.values(data)[0] as Answer;
        unanswered.current = null;
        const no = isRefused(answer);
        // What was refused may have been refused because something else changed.
        await queries.invalidateQueries();
        setState({ busy: false, answer, failed: null });
        return no ? null : (answer as Outcome<Answer>);
      } catch (failed) {
        // The frame finds out for itself that nobody is known any more, and says so.
        if (failed instanceof NotLoggedIn) void queries.invalidateQueries({ queryKey: ['Me'] });
        setState({ busy: false, answer: null, failed: failed as Error });
        return null;
      } finally {
        under.current = false;
      }
    },
    [document, queries],
  );
  const clear = useCallback(() => setState({ busy: false, answer: null, failed: null }), []);
  const refused = state.answer && isRefused(state.answer) ? state.answer : null;
  return { carryOut, busy: state.busy, answer: state.answer, failed: state.failed, refused, clear };
}

import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';

/** What was written and not sent, by form: in the memory of this window alone, gone when it is loaded anew. */
const unsent = new Map<string, unknown>();

/** A state that outlives the page: who looks something up on another page and comes back finds it as it was. */
export function useKept<Value>(name: string | null, initial: Value): [Value, Dispatch<SetStateAction<Value>>] {
  const [value, setValue] = useState<Value>(() =>
    name !== null && unsent.has(name) ? (unsent.get(name) as Value) : initial,
  );
  const [first] = useState(value);
  useEffect(() => {
    if (name !== null && value !== first) unsent.set(name, value);
  }, [name, value, first]);
  return [value, setValue];
}

/** The form has been sent: nothing of it is kept. */
export function forgetKept(form: string): void {
  for (const name of unsent.keys()) if (name.startsWith(`${form} `)) unsent.delete(name);
}

/** Whether something of the form waits to be sent. */
export function isKept(name: string): boolean {
  return unsent.has(name);
}

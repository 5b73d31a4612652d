/** How asking for a code, or trying one, came out. */
export type CodeOutcome = 'DONE' | 'REFUSED' | 'EXPIRED' | 'TOO_OFTEN' | 'FAILED';

async function post(path: string, body: object): Promise<CodeOutcome> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (response?.ok) return 'DONE';
  if (response?.status === 429) return 'TOO_OFTEN';
  return response && response.status < 500 ? 'REFUSED' : 'FAILED';
}

/** Two steps: a code is sent to an address, and typed. */
export interface CodeWay {
  readonly ask: (email: string) => Promise<CodeOutcome>;
  readonly verify: (email: string, code: string) => Promise<CodeOutcome>;
}

/** Connects whom the provider has recognised to the person with the work address. */
export const connectByCode: CodeWay = {
  ask: async (email) => {
    const outcome = await post('/log-in/connect', { email });
    // An address that is none is found before; what is left is a log-in that was too long ago.
    return outcome === 'REFUSED' ? 'EXPIRED' : outcome;
  },
  verify: (email, code) => post('/log-in/connect/verify', { email, code }),
};

/** Logs in. Nobody learns whether the address is registered. */
export const enterByCode: CodeWay = {
  ask: (email) => post('/log-in/code', { email }),
  verify: (email, code) => post('/log-in/code/verify', { email, code }),
};

/** Whether any region lets people in by a code. */
export async function isCodeOffered(signal?: AbortSignal): Promise<boolean> {
  const response = await fetch('/log-in/ways', { signal });
  return response.ok && ((await response.json()) as { code?: boolean }).code === true;
}

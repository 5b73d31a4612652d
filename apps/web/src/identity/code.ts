/** How asking for a code, or trying one, came out. */
export type CodeOutcome = 'DONE' | 'REFUSED' | 'TOO_OFTEN' | 'FAILED';

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

/** Asks for a one-time code to a work address. Nobody learns whether the address is registered. */
export function askForCode(email: string): Promise<CodeOutcome> {
  return post('/log-in/code', { email });
}

/** Opens a session with the code. */
export function logInByCode(email: string, code: string): Promise<CodeOutcome> {
  return post('/log-in/code/verify', { email, code });
}

/** Whether any region lets people in by a code. */
export async function isCodeOffered(signal?: AbortSignal): Promise<boolean> {
  const response = await fetch('/log-in/ways', { signal });
  return response.ok && ((await response.json()) as { code?: boolean }).code === true;
}

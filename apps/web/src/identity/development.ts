/** Talks to the development log-in, which does not exist in production. */
export interface DemoPerson {
  readonly personId: string;
  readonly name: string;
  readonly language: 'NB' | 'NN' | 'EN';
  readonly regionId: string;
  readonly regionName: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly roles: readonly string[];
}

const DEMO = 'samanker.development';

/** Whether this browser knows a service under development: then the mailbox is shown in the menu. */
export function isDevelopment(): boolean {
  return window.localStorage.getItem(DEMO) !== null;
}

/** This browser has been told that it meets a service under development. */
export function noteDevelopment(): void {
  window.localStorage.setItem(DEMO, '1');
}

/** Everybody who can be chosen; null where there is no development log-in. */
export async function demoPeople(signal?: AbortSignal): Promise<DemoPerson[] | null> {
  const response = await fetch('/development/people', { signal });
  return response.ok ? ((await response.json()) as DemoPerson[]) : null;
}

/** Opens a session as somebody. */
export async function logInAs({ personId, organisationId }: DemoPerson): Promise<boolean> {
  const response = await fetch('/development/log-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId, organisationId }),
  });
  if (response.ok) noteDevelopment();
  return response.ok;
}

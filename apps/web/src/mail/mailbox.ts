/** A message as the development mailbox lists it. */
export interface MailSummary {
  readonly id: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly recipients: readonly string[];
  readonly date: string;
}

/** A whole message. */
export interface Mail extends MailSummary {
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly filename: string; readonly contentType: string; readonly bytes: number }[];
}

/** The newest messages; null where there is no development mailbox. */
export async function readMailbox(
  to: string,
  limit: number,
  signal?: AbortSignal,
): Promise<{ total: number; messages: MailSummary[] } | null> {
  const search = new URLSearchParams({ limit: String(limit), ...(to ? { to } : {}) });
  const response = await fetch(`/development/mailbox?${search}`, { signal });
  return response.ok ? ((await response.json()) as { total: number; messages: MailSummary[] }) : null;
}

/** One message; null when there is none. */
export async function readMail(id: string, signal?: AbortSignal): Promise<Mail | null> {
  const response = await fetch(`/development/mailbox/${encodeURIComponent(id)}`, { signal });
  return response.ok ? ((await response.json()) as Mail) : null;
}

/** The place in the app that a message points to: the path of its first link. */
export function placeIn(text: string): string | null {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (!link || !URL.canParse(link)) return null;
  const { pathname, search } = new URL(link);
  return pathname + search;
}

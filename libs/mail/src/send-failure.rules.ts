/** Why a message was not taken: `transient` is tried again (nextAttemptAt), `permanent` is shown to the coordinator (R14). */
export interface SendFailure {
  kind: 'transient' | 'permanent';
  /** The SMTP reply code (`550`), or the name of the fault where the server said nothing (`ETIMEDOUT`). */
  code: string;
  /** What the server said, at most 500 characters. */
  response: string;
}

/** The parts of a fault of the SMTP client that are looked at. */
interface ClientFault {
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
  message?: string;
}

// Replies to these say something of this very message; any other refusal (greeting, log-in) concerns the whole service.
const ABOUT_THE_MESSAGE = /^(MAIL FROM|RCPT TO|DATA)$/;
// 503: the dialogue got out of step. 530, 534, 535, 538: our log-in is wrong. Neither is the recipient's doing.
const ABOUT_THE_DIALOGUE = new Set([503, 530, 534, 535, 538]);
const REFUSED_BY_OURSELVES = new Set(['EENVELOPE', 'EMESSAGE', 'EFILEACCESS', 'EURLACCESS']);

/** R14: reads what went wrong. 5xx about the message is permanent; 4xx, silence and broken connections are transient. */
export function readFailure(error: unknown): SendFailure {
  const fault: ClientFault = typeof error === 'object' && error !== null ? error : { message: String(error) };
  const replied = fault.responseCode ?? null;
  const permanent =
    replied !== null
      ? replied >= 500 && !ABOUT_THE_DIALOGUE.has(replied) && ABOUT_THE_MESSAGE.test(fault.command ?? '')
      : REFUSED_BY_OURSELVES.has(fault.code ?? '');
  return {
    kind: permanent ? 'permanent' : 'transient',
    code: replied !== null ? String(replied) : (fault.code ?? 'UNKNOWN'),
    response: (fault.response ?? fault.message ?? '').slice(0, 500),
  };
}

import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

/** Where in the dialogue a fault strikes: `end` is the point after the final dot, before the reply to it. */
export type SmtpStage = 'greeting' | 'ehlo' | 'mail' | 'rcpt' | 'data' | 'end';

/** What a mail server can do wrong. */
export type SmtpFault =
  | { kind: 'reply'; stage: SmtpStage; code: number; text?: string }
  | { kind: 'silence'; stage: SmtpStage }
  | { kind: 'cut'; stage: SmtpStage }
  | { kind: 'cut-mid-data'; afterBytes: number }
  | { kind: 'trickle'; stage: SmtpStage; everyMs: number };

/** One message as the server saw it. */
export interface SeenMessage {
  from: string;
  recipients: string[];
  messageId: string;
  raw: string;
  /** Whether the final dot arrived. */
  complete: boolean;
  /** Whether the server answered 250 to it. */
  acknowledged: boolean;
}

interface Dialogue {
  from: string;
  recipients: string[];
  body: string | null;
}

/** A mail server on the loopback interface that fails as told: for a recipient, or for everybody. A test tool. */
export class FaultySmtp {
  /** Every message of which at least a part was received. */
  readonly seen: SeenMessage[] = [];
  /** Every RCPT TO in order, as it stood on the line. */
  readonly recipients: string[] = [];
  /** How many connections were opened. */
  connections = 0;
  private readonly faults: { recipient: RegExp | null; fault: SmtpFault; times: number }[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly server: Server = createServer((socket) => this.talk(socket));

  /** Listens on a free port; answers the address for SMTP_URL. */
  async start(port = 0): Promise<string> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Cuts every connection and stops. */
  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** From now on fails so, `times` times; with `recipient` only for that address (then not at greeting, ehlo or mail). */
  fail(fault: SmtpFault, options: { recipient?: RegExp; times?: number } = {}): this {
    this.faults.push({ recipient: options.recipient ?? null, fault, times: options.times ?? Infinity });
    return this;
  }

  /** From now on works as it should. */
  heal(): this {
    this.faults.length = 0;
    return this;
  }

  private talk(socket: Socket): void {
    this.connections += 1;
    this.sockets.add(socket);
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    const dialogue: Dialogue = { from: '', recipients: [], body: null };
    let buffer = '';
    socket.on('data', (chunk: string) => {
      buffer += chunk;
      for (;;) {
        if (dialogue.body !== null) {
          const taken = this.takeBody(socket, dialogue, buffer);
          if (taken === null) return;
          buffer = taken;
        } else {
          const end = buffer.indexOf('\r\n');
          if (end < 0) return;
          const line = buffer.slice(0, end);
          buffer = buffer.slice(end + 2);
          this.command(socket, dialogue, line);
        }
      }
    });
    this.answer(socket, dialogue, 'greeting', '220 faulty.example ESMTP');
  }

  private command(socket: Socket, dialogue: Dialogue, line: string): void {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') this.answer(socket, dialogue, 'ehlo', '250 faulty.example');
    else if (verb === 'MAIL') {
      dialogue.from = /<([^>]*)>/.exec(line)?.[1] ?? '';
      dialogue.recipients = [];
      this.answer(socket, dialogue, 'mail', '250 OK');
    } else if (verb === 'RCPT') {
      const recipient = /^RCPT TO:<(.*)>/i.exec(line)?.[1] ?? line;
      this.recipients.push(recipient);
      dialogue.recipients.push(recipient);
      this.answer(socket, dialogue, 'rcpt', '250 OK');
    } else if (verb === 'DATA') {
      if (this.answer(socket, dialogue, 'data', '354 Go on')) dialogue.body = '';
    } else if (verb === 'RSET' || verb === 'NOOP') socket.write('250 OK\r\n');
    else if (verb === 'QUIT') socket.end('221 Bye\r\n');
    else socket.write('502 Not understood\r\n');
  }

  /** Answers what is left of the buffer after the message, or null while more is awaited. */
  private takeBody(socket: Socket, dialogue: Dialogue, buffer: string): string | null {
    const cut = this.faultOf(dialogue, (fault) => fault.kind === 'cut-mid-data');
    if (cut?.kind === 'cut-mid-data' && buffer.length >= cut.afterBytes) {
      this.note(dialogue, buffer.slice(0, cut.afterBytes), false, false);
      socket.destroy();
      return null;
    }
    const end = buffer.indexOf('\r\n.\r\n');
    if (end < 0) return null;
    const seen = this.note(dialogue, buffer.slice(0, end), true, false);
    dialogue.body = null;
    seen.acknowledged = this.answer(socket, dialogue, 'end', '250 Taken');
    return buffer.slice(end + 5);
  }

  private note(dialogue: Dialogue, raw: string, complete: boolean, acknowledged: boolean): SeenMessage {
    const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? '';
    const seen = { from: dialogue.from, recipients: [...dialogue.recipients], messageId, raw, complete, acknowledged };
    this.seen.push(seen);
    return seen;
  }

  /** Replies as it should, or fails as told; answers whether the reply was the right one. */
  private answer(socket: Socket, dialogue: Dialogue, stage: SmtpStage, reply: string): boolean {
    const fault = this.faultOf(dialogue, (each) => each.kind !== 'cut-mid-data' && each.stage === stage);
    if (!fault || fault.kind === 'cut-mid-data') {
      socket.write(`${reply}\r\n`);
      return true;
    }
    if (fault.kind === 'reply') socket.write(`${fault.code} ${fault.text ?? 'as told by the test'}\r\n`);
    if (fault.kind === 'cut') socket.destroy();
    if (fault.kind === 'trickle') {
      const timer = setInterval(() => socket.write(`${reply.slice(0, 3)}-still thinking\r\n`), fault.everyMs);
      this.timers.add(timer);
      socket.on('close', () => clearInterval(timer));
    }
    return false;
  }

  private faultOf(dialogue: Dialogue, fits: (fault: SmtpFault) => boolean): SmtpFault | undefined {
    const found = this.faults.find(
      ({ recipient, fault, times }) =>
        times > 0 && fits(fault) && (!recipient || dialogue.recipients.some((address) => recipient.test(address))),
    );
    if (found) found.times -= 1;
    return found?.fault;
  }
}

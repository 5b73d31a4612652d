import type { RequestRead } from '@samanker/database';
import { NotFound, Refusal, type Asker } from '@samanker/request';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerFault, languageOf, refuse, speaks, type Report } from './attachment-answers';
import { kindOf, type FileKind, type KindFault } from './attachment-kind.rules';
import { dispositionOf, readName, safeName } from './attachment-name.rules';
import {
  FileHoldsAnother,
  FileIncomplete,
  FileNameNotAccepted,
  FileNotAccepted,
  FileTooLarge,
  StoreNotAvailable,
  TooManyAtOnce,
} from './attachment.refusals';
import type { Attachment } from './attachment.entity';
import { attachmentById } from './attachment.queries';
import type { AttachmentStore } from './attachment-store';
import type { AttachmentSubjectRegistry } from './attachment-subjects';
import { stage } from './stage';
import type { UploadAttachment } from './upload-attachment';
import { verifiedContent } from './verified-content';

/** Twenty-five megabytes: minutes of a whole meeting with scanned pages fit. */
export const LARGEST_FILE = 25 * 1024 * 1024;

/** Files on their way at once in one process, so that what they take of disk and memory is bounded. */
const MOST_TAKEN_AT_ONCE = 12;
/** Of one person: others get their turn. */
const MOST_TAKEN_OF_ONE = 5;
const MOST_GIVEN_AT_ONCE = 32;
/** Whoever is slower than this is cut off. */
const LONGEST_MS = 5 * 60_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What a download carries so that nothing in it can act in a browser. */
const INERT = {
  'content-type': 'application/octet-stream',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
} as const;

/** What the routes stand on. */
export interface AttachmentTraffic {
  readonly store: AttachmentStore;
  readonly registry: AttachmentSubjectRegistry;
  readonly upload: UploadAttachment;
  /** Who asks, and the read side of the request. */
  readonly contextOf: (request: FastifyRequest) => { readonly asker: Asker; readonly read: RequestRead };
  readonly report: Report;
}

/**
 * POST /attachments?for=… takes one file as the body, GET and HEAD /attachments/:id give it back. In a scope of its own:
 * here bodies are streams, and nobody else's parsers or limits apply.
 */
export async function serveAttachments(fastify: FastifyInstance, traffic: AttachmentTraffic): Promise<void> {
  const taking = turns(MOST_TAKEN_AT_ONCE);
  const ofOne = turnsOfOne(MOST_TAKEN_OF_ONE);
  const giving = turns(MOST_GIVEN_AT_ONCE);
  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.setErrorHandler((fault, request, reply) => answerFault(fault, request, reply, traffic.report));
    scope.post('/attachments', (request, reply) => taking(request, reply, () => take(traffic, request, reply, ofOne)));
    scope.route({
      method: ['GET', 'HEAD'],
      url: '/attachments/:id',
      exposeHeadRoute: false,
      handler: (request, reply) => giving(request, reply, () => give(traffic, request, reply)),
    });
  });
}

/** Bounds how many are at it; a turn ends when the answer is through, or the line is dead. */
function turns(most: number) {
  let underWay = 0;
  return (request: FastifyRequest, reply: FastifyReply, work: () => Promise<FastifyReply>) => {
    if (underWay >= most) return refuse(request, reply, new StoreNotAvailable().speak(languageOf(request)));
    underWay++;
    const late = setTimeout(() => reply.raw.destroy(), LONGEST_MS).unref();
    reply.raw.once('close', () => {
      underWay--;
      clearTimeout(late);
    });
    return work();
  };
}

/** Whether a person may begin one more; it ends with the answer. Forgets who has none under way. */
type BeginOne = (personId: string, reply: FastifyReply) => boolean;

function turnsOfOne(most: number): BeginOne {
  const underWay = new Map<string, number>();
  return (personId, reply) => {
    const before = underWay.get(personId) ?? 0;
    if (before >= most) return false;
    underWay.set(personId, before + 1);
    reply.raw.once('close', () => {
      const left = underWay.get(personId)! - 1;
      if (left > 0) underWay.set(personId, left);
      else underWay.delete(personId);
    });
    return true;
  };
}

/** Asks everything that can be asked before the first byte is read, then reads, then attaches. */
async function take(
  traffic: AttachmentTraffic,
  request: FastifyRequest,
  reply: FastifyReply,
  ofOne: BeginOne,
): Promise<FastifyReply> {
  const no = (refusal: Refusal, status?: number): FastifyReply =>
    refuse(request, reply, refusal.speak(languageOf(request)), status);
  const { asker, read } = traffic.contextOf(request);
  const subjectId = String((request.query as { for?: unknown }).for ?? '').toLowerCase();
  try {
    const work = await read.work();
    speaks(request, work.actor.language);
    if (!UUID.test(subjectId)) return no(new NotFound());
    const refused = await traffic.upload.refusedAtTheDoor(work, subjectId);
    if (refused) return no(refused);
    if (!ofOne(work.actor.personId!, reply)) return no(new TooManyAtOnce());
  } finally {
    await read.end();
  }
  const kind = kindOf(request.headers['content-type']);
  if (!kind) return no(new FileNotAccepted());
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_FILE) return no(new FileTooLarge(LARGEST_FILE));
  const given = readName(single(request.headers['x-file-name']));
  if (given === null) return no(new FileNameNotAccepted());
  try {
    const file = await receive(traffic.store, request, kind);
    try {
      const name = safeName(given, kind.extension);
      const answer = await traffic.upload.carryOut(asker, { subjectId, name, mediaType: kind.mediaType, file });
      return answer instanceof Refusal ? refuse(request, reply, answer) : reply.code(201).send(shown(answer));
    } finally {
      await file.discard();
    }
  } catch (fault) {
    if (fault instanceof Refused) return no(fault.refusal, fault.status);
    // The sender has gone away in the middle: there is nobody to answer.
    if (request.raw.destroyed && !request.raw.complete) return reply.hijack();
    throw fault;
  }
}

/** Stops a file on its way in with a refusal. */
class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly status?: number,
  ) {
    super(refusal.code);
  }
}

async function receive(store: AttachmentStore, { raw }: FastifyRequest, kind: FileKind) {
  const demand = (fault: KindFault | null): void => {
    if (fault) throw refusedAs(fault);
  };
  // The line must stay open when the reading stops: the sender is to be told why.
  const file = await stage(raw.iterator({ destroyOnReturn: false }), store.staging, {
    bytes: LARGEST_FILE,
    tooLarge: () => new Refused(new FileTooLarge(LARGEST_FILE)),
    look: (head) => demand(kind.faultOfHead(head)),
  });
  try {
    demand(kind.faultOf(file));
    return file;
  } catch (fault) {
    await file.discard();
    throw fault;
  }
}

function refusedAs(fault: KindFault): Refused {
  if (fault === 'NOT_OF_KIND') return new Refused(new FileNotAccepted(), 422);
  return new Refused(fault === 'INCOMPLETE' ? new FileIncomplete() : new FileHoldsAnother());
}

async function give(traffic: AttachmentTraffic, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { read } = traffic.contextOf(request);
  const { id } = request.params as { id: string };
  let found: Attachment | null = null;
  try {
    const work = await read.work();
    speaks(request, work.actor.language);
    const attachment = UUID.test(id) ? await attachmentById(work, id) : null;
    // R28: somebody else's looks like nothing at all.
    if (attachment && (await traffic.registry.subjects.mayOpen(work, attachment))) found = attachment;
  } finally {
    await read.end();
  }
  if (!found) return refuse(request, reply, new NotFound().speak(languageOf(request)));
  const head = request.method === 'HEAD';
  const content = head ? null : await verifiedContent(traffic.store, found);
  void reply.headers({
    ...INERT,
    'content-length': found.bytes,
    'content-disposition': dispositionOf(found.name),
  });
  return head ? reply.send() : reply.send(content);
}

/** What is told of an attachment over HTTP; the same names as in the schema. */
function shown({ id, name, bytes, mediaType, sha256, url }: Attachment): object {
  return { id, name, bytes, mediaType, sha256, url };
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

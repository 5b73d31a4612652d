import type { FastifyInstance } from 'fastify';

/** Characters of a document: twenty times our own longest. Texts belong into variables. */
const LONGEST_DOCUMENT = 100_000;
/** Levels of lists and objects in what is sent. */
const DEEPEST = 50;
/** Shorter bodies cannot nest so deeply that it matters, and most are shorter. */
const WORTH_A_LOOK = 2_000;

/** Refuses documents that are too long to be read quickly, and JSON that nests without end, before either is looked at. */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('preHandler', async (request, reply) => {
    const body = request.body as { query?: unknown } | null | undefined;
    const length = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY);
    if (body === null || typeof body !== 'object' || length < WORTH_A_LOOK) return;
    const refuse = (message: string) =>
      reply.code(400).send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }], requestId: request.id });
    if (typeof body.query === 'string' && body.query.length > LONGEST_DOCUMENT)
      return refuse('The document is too long: put texts into variables.');
    if (nestsDeeper(body, DEEPEST)) return refuse('What was sent has too many levels.');
  });
}

/** Level by level, so that no nesting can exhaust the stack. */
export function nestsDeeper(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    const next: unknown[] = [];
    for (const one of level) {
      if (one === null || typeof one !== 'object' || Buffer.isBuffer(one)) continue;
      for (const inside of Object.values(one)) if (typeof inside === 'object' && inside !== null) next.push(inside);
    }
    level = next;
  }
  return false;
}

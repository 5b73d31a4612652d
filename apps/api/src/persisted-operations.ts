import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** Which operations are known by their hash, and whether others are taken too. */
export interface PersistedSettings {
  /** Folders of `*.json` (hash → text) and `*.graphql` (one text each). */
  readonly folders: readonly string[];
  /** Refuse every other operation. */
  readonly only: boolean;
}

interface Asked {
  query?: unknown;
  extensions?: unknown;
  [other: string]: unknown;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The known operations: text by hash. A hash that does not fit its text stops the program. */
export function readOperations(folders: readonly string[]): Map<string, string> {
  const texts = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      if (extname(name) === '.graphql') return [readFileSync(path, 'utf8')];
      if (extname(name) !== '.json') return [];
      return Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>).map(([hash, text]) => {
        if (typeof text !== 'string' || hashOf(text) !== hash)
          throw new Error(`${path}: ${hash} is not the hash of its text`);
        return text;
      });
    }),
  );
  return new Map(texts.map((text) => [hashOf(text), text]));
}

/**
 * Puts the text in the place of a known hash; and where only known operations are taken, refuses the others before they
 * are parsed. A text whose hash is known is as good as the hash.
 */
export function takePersistedOperations(fastify: FastifyInstance, { folders, only }: PersistedSettings): void {
  const known = readOperations(folders);
  if (only && known.size === 0)
    throw new Error(
      `PERSISTED_ONLY is set, but there are no operations in ${folders.join(', ')}: nothing could be asked`,
    );
  fastify.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql') return;
    const asked = (request.method === 'GET' ? request.query : request.body) as Asked | null;
    // What is not an object is refused by GraphQL itself.
    if (asked === null || typeof asked !== 'object' || Array.isArray(asked)) {
      if (only) return refuse();
      return;
    }
    // A GET is read from its address, where nothing can be put in: it brings the text.
    const hash = hashGiven(asked);
    const text = hash === null ? undefined : known.get(hash);
    if (text !== undefined && request.method !== 'GET' && (asked.query === undefined || asked.query === text)) {
      const { extensions: _, ...rest } = asked;
      request.body = { ...rest, query: text };
      return;
    }
    if (only && !(hash === null && typeof asked.query === 'string' && known.has(hashOf(asked.query)))) return refuse();

    function refuse() {
      const message = 'Only operations that are known here are taken.';
      return reply.code(400).send({ errors: [{ message, extensions: { code: 'PERSISTED_OPERATION_REQUIRED' } }] });
    }
  });
}

/** What stands in `extensions.persistedQuery.sha256Hash`; anything there that is no text fits nothing. */
function hashGiven({ extensions }: Asked): string | null {
  const persisted = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null | undefined)?.persistedQuery;
  if (persisted === undefined && typeof extensions !== 'string') return null;
  return typeof persisted?.sha256Hash === 'string' ? persisted.sha256Hash.toLowerCase() : '';
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

// Nothing below these is a page: a missing file must not look like one.
const NO_PAGES =
  /^\/(graphql|attachments|volumes|reports|mail-previews|decision-log|health|development|metrics|assets|log-in|log-out|log-out-everywhere|act-for|oauth)(\/|\?|$)/;

/** Serves the built web app; every path that is not the API's is a page of it. */
export async function serveWebApp(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const assets = join(folder, 'assets/');
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    // Compressed by the build; to those who do not accept that the file itself goes.
    preCompressed: true,
    globIgnore: ['**/*.map', '**/*.br', 'graphiql.html'],
    // Names of assets hold a hash of what is in them. Pages are never kept: they are small, and a log-in may have ended.
    setHeaders: (reply, path) => {
      if (path.startsWith(assets)) void reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  fastify.get('/*', async (request, reply) => {
    if (NO_PAGES.test(request.url)) return reply.code(404).send({ error: 'Not found' });
    return reply.sendFile('index.html');
  });
}

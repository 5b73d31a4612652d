import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

// Nothing below these is a page: a missing file must not look like one.
const NO_PAGES = /^\/(graphql|health|development|metrics|assets)(\/|\?|$)/;

/** Serves the built web app; every path that is not the API's is a page of it. */
export async function serveWebApp(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    globIgnore: ['**/*.map'],
  });
  fastify.get('/*', async (request, reply) => {
    if (NO_PAGES.test(request.url)) return reply.code(404).send({ error: 'Not found' });
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

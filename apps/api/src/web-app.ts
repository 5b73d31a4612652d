import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

// Nothing below these is a page: a missing file must not look like one.
const NO_PAGES =
  /^\/(graphql|attachments|volumes|reports|mail-previews|decision-log|health|development|metrics|assets|log-in|log-out|log-out-everywhere|act-for|oauth)(\/|\?|$)/;

/** Who runs the service, and where people reach them. */
export interface Operator {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Whom to turn to stands in the page itself: it is needed most when nothing else can be fetched. */
function withOperator(page: string, operator: Operator | undefined): string {
  if (!operator) return page;
  const text = JSON.stringify(operator).replaceAll(/[&<>"]/g, (sign) => SIGNS[sign]!);
  return page.replace('</head>', () => `<meta name="operator" content="${text}" /></head>`);
}

/** Serves the built web app; every path that is not the API's is a page of it. */
export async function serveWebApp(fastify: FastifyInstance, folder: string, operator?: Operator): Promise<void> {
  if (!existsSync(folder)) return;
  const assets = join(folder, 'assets/');
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    // Compressed by the build; to those who do not accept that the file itself goes.
    preCompressed: true,
    globIgnore: ['**/*.map', '**/*.br', 'graphiql.html', 'index.html'],
    // Names of assets hold a hash of what is in them. Pages are never kept: they are small, and a log-in may have ended.
    setHeaders: (reply, path) => {
      if (path.startsWith(assets)) void reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  fastify.get('/*', async (request, reply) => {
    if (NO_PAGES.test(request.url)) return reply.code(404).send({ error: 'Not found' });
    // Read anew each time: the service may be built again under a running API.
    const page = withOperator(await readFile(join(folder, 'index.html'), 'utf8'), operator);
    return reply.type('text/html; charset=utf-8').send(page);
  });
}

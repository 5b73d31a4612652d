// Jest's global teardown: stops the PostgreSQL of this run, if anybody asked for it.
export default async function teardown() {
  await globalThis.stopTestDatabase?.();
}

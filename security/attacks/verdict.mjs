// What the cases demand of an answer.
import assert from 'node:assert/strict';

const MOST_BYTES = 1024;
const MOST_MILLISECONDS = 50;
const MOST_TRIES = 15;

/** S1: a short 4xx in JSON that tells nothing of the inside and repeats nothing of what was sent. */
export function politelyRefused({ status, headers, text }, echo) {
  assert.ok(status >= 400 && status < 500, `answered ${status}: ${text.slice(0, 200)}`);
  assert.match(headers.get('content-type') ?? '', /^application\/(json|graphql-response\+json)/);
  assert.ok(Buffer.byteLength(text) <= MOST_BYTES, `${Buffer.byteLength(text)} bytes`);
  assert.doesNotThrow(() => JSON.parse(text), 'no JSON');
  noInsides(text);
  if (echo) assert.ok(!text.includes(echo), 'repeats what was sent');
}

/** No stack, no file, no SQL. */
export function noInsides(text) {
  assert.doesNotMatch(text, /\bat .+:\d+:\d+|node_modules|\.ts:\d|\.js:\d|"stack|select .+ from |syntax error at/i);
}

/** Refused politely each time, and quickly once: somebody else's work on the machine is not what is measured. */
export async function refusedInNoTime(ask, echo) {
  let best = Infinity;
  for (let time = 1; time <= MOST_TRIES && (time <= 3 || best > MOST_MILLISECONDS); time++) {
    if (time > 3) await new Promise((wake) => setTimeout(wake, 100));
    const answer = await ask();
    politelyRefused(answer, echo);
    best = Math.min(best, answer.milliseconds);
  }
  assert.ok(best <= MOST_MILLISECONDS, `took ${best.toFixed(0)} ms`);
}

/** Carries out what must not change anything, and demands that it did not. */
export async function changingNothing(target, deed) {
  if (!target.database) return deed();
  const before = await target.state();
  await deed();
  const after = await target.state();
  const lines = after.split('\n').filter((line) => !before.includes(line));
  assert.deepEqual(lines, [], 'something changed');
}

// `npm run attack`: tries to get in where nobody belongs, case by case, and says of each what was expected and whether it
// held. Exits with 1 when one did not. Needs HTTP, the mail sink and a superuser of the database, all of a service that
// it starts itself; or those of another one:
//   npm run attack -- --url http://localhost:3000 --database postgres://postgres:…@…/samanker
// --quick runs the half that `npm run check` runs; a word runs the cases whose bar or name contains it.
import { parseArgs } from 'node:util';
import { areas } from '../security/attacks/areas.mjs';
import { givenGround, ownGround } from '../security/attacks/ground.mjs';
import { plainFault, runPlainly } from './plain-fault.mjs';
import { prepare } from './prepare.mjs';

const CASE_LIMIT_MS = 120_000;

function limited(deed) {
  let limit;
  const tooLong = new Promise((_, failed) => {
    limit = setTimeout(() => failed(new Error(`not done within ${CASE_LIMIT_MS / 1000} s`)), CASE_LIMIT_MS);
  });
  return Promise.race([deed, tooLong]).finally(() => clearTimeout(limit));
}

/** What a case needs that this ground does not have; null when it can run. */
function missing({ needs = [], stranger }, target) {
  const lacking = needs.filter((part) => !target[part]);
  if (target.people.length === 0 && !stranger) lacking.unshift('the demo people');
  return lacking.length > 0 ? lacking.join(', ') : null;
}

await runPlainly(async () => {
  const { values, positionals } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      url: { type: 'string' },
      database: { type: 'string' },
    },
    allowPositionals: true,
  });
  const wanted = areas.flatMap(({ bar, cases }) =>
    cases
      .filter(({ quick }) => !values.quick || quick)
      .map((one) => ({ bar, ...one }))
      .filter(({ bar: of, name }) =>
        positionals.every((word) => `${of} ${name}`.toLowerCase().includes(word.toLowerCase())),
      ),
  );
  if (wanted.length === 0) throw plainFault('No case fits these words.', 'Leave them out to run all.');
  await prepare();
  const began = Date.now();
  const { target, stop } = values.url
    ? await givenGround({ url: values.url, database: values.database })
    : await ownGround((text) => console.log(text));
  let passed = 0;
  let failed = 0;
  let left = 0;
  try {
    for (const { bar, name, expects, attack, ...rest } of wanted) {
      const lacking = missing(rest, target);
      if (lacking) {
        left++;
        console.log(`  not run  ${bar.padEnd(4)} ${name}: needs ${lacking}`);
        continue;
      }
      const started = performance.now();
      try {
        await limited(attack(target));
        passed++;
        console.log(
          `  held     ${bar.padEnd(4)} ${name} → ${expects} (${(performance.now() - started).toFixed(0)} ms)`,
        );
      } catch (fault) {
        failed++;
        console.log(
          `  BROKEN   ${bar.padEnd(4)} ${name} → expected: ${expects}\n           ${fault.message.replaceAll('\n', '\n           ')}`,
        );
      }
    }
  } finally {
    await stop();
  }
  if (left > 0) console.log(`\n${left} not run: this service was given without what they need.`);
  console.log(`\n${((Date.now() - began) / 1000).toFixed(0)} s\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
});

// S6: what is stored is where it goes, or it does not go.
import assert from 'node:assert/strict';

const HOSTILE_ADDRESSES = [
  'a@amli.example, b@evil.example',
  'a@amli.example;b@evil.example',
  '"a" <b@evil.example>',
  'a@amli.example\r\nRCPT TO:<b@evil.example>',
  'a@amli.example\nBcc: b@evil.example',
  'a%evil.example@amli.example',
  '@evil.example:a@amli.example',
];
/** So many mails make the case worth its name. */
const ENOUGH = 10;
const HOSTILE_NAME = 'Kari\r\nBcc: b@evil.example\r\n\r\n<script>alert(1)</script>';

/** Lets the next working morning come, and waits until the mails of that day have left. */
async function nextMorning(target) {
  await target.sql(
    `update domain_clock set clock_offset = clock_offset
       + ((date_trunc('day', samanker_now() at time zone 'Europe/Oslo') + interval '1 day 9 hours') at time zone 'Europe/Oslo')
       - samanker_now()`,
  );
  const began = Date.now();
  const waiting = `select count(*)::int as n from mail where state = 'QUEUED' and next_attempt_at <= samanker_now()`;
  for (let quiet = 0; quiet < 7 && Date.now() - began < 30_000;) {
    await new Promise((wake) => setTimeout(wake, 800));
    const [{ n }] = await target.sql(waiting);
    quiet = n === 0 ? quiet + 1 : 0;
  }
}

export const cases = [
  {
    name: 'addresses that are several, names and titles that are headers',
    expects: 'every envelope names exactly one stored address; nothing reaches evil.example; no header is added',
    quick: false,
    needs: ['database', 'folder'],
    attack: async (target) => {
      const before = new Set((await target.mails()).map(({ id }) => id));
      const waiting = await target.sql(
        `select distinct p.id, p.email, p.name from person p join role r on r.person_id = p.id
         join expectation e on e.organisation_id = r.organisation_id
         where e.fulfilled_at is null and e.withdrawn_at is null order by p.id`,
      );
      assert.ok(waiting.length > HOSTILE_ADDRESSES.length * 2, `${waiting.length} people are waited for`);
      for (const [place, address] of HOSTILE_ADDRESSES.entries())
        await target.sql('update person set email = $2 where id = $1', [waiting[place].id, address]);
      await target.sql('update person set name = $2 where id = any($1)', [
        waiting.slice(HOSTILE_ADDRESSES.length, HOSTILE_ADDRESSES.length + 10).map(({ id }) => id),
        HOSTILE_NAME,
      ]);
      await target.sql(`update procurement_case set title = left($1 || title, 200)`, [
        'x\r\nBcc: b@evil.example\r\n\r\n',
      ]);
      const sent = async () => (await target.mails()).filter(({ id }) => !before.has(id));
      for (let mornings = 0; mornings < 8 && (await sent()).length < ENOUGH; mornings++) await nextMorning(target);
      const stored = new Set((await target.sql('select lower(email) as email from person')).map(({ email }) => email));
      const mails = await sent();
      assert.ok(mails.length >= ENOUGH, `only ${mails.length} mails were sent`);
      for (const { id, recipients } of mails) {
        assert.equal(recipients.length, 1, recipients.join());
        assert.ok(stored.has(recipients[0].toLowerCase()), recipients[0]);
        assert.ok(!recipients[0].includes('evil'), recipients[0]);
        const { headers, html } = await target.mail(id);
        for (const line of headers) assert.doesNotMatch(line, /^(bcc|cc):/i);
        assert.doesNotMatch(html, /<script/i);
      }
    },
  },
];

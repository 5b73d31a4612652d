// S6: what is stored is where it goes, or it does not go. Judged by what the sink was told (RCPT TO) and by the header lines.
import assert from 'node:assert/strict';

const LONG = 'x'.repeat(70);

/** Addresses that are none, or several: nobody gets a mail by them. */
const ADDRESSES = {
  'several addresses in one field': [
    'a@amli.example, b@evil.example',
    'a@amli.example;b@evil.example',
    'alle: a@amli.example, b@evil.example;',
  ],
  'line breaks and commands behind an address': [
    'a@amli.example\r\nRCPT TO:<b@evil.example>',
    'a@amli.example\nBcc: b@evil.example',
  ],
  'line separators of Unicode': ['a@amli.example\u2028b@evil.example', 'a@amli.example\u0085b@evil.example'],
  'quoted local parts': ['"a@evil.example"@amli.example', '"a\\" <b@evil.example>"@amli.example'],
  'a display name in front': ['"a" <b@evil.example>', 'a@amli.example <b@evil.example>'],
  'routes and pipes': ['a%evil.example@amli.example', '@evil.example:a@amli.example', 'evil.example!a@amli.example'],
  'an encoded word': ['=?utf-8?q?b=40evil.example=3e?=@amli.example'],
  'letters that look alike': ['kari@\u0430mli.example', 'kari\uff20amli.example', 'kari@amli\u3002example'],
  'hidden characters': ['a\u200b@amli.example', 'a\u202e@amli.example'],
  'over-long parts': [`${LONG}@amli.example`, `a@${LONG}.example`],
};

/** Words that would like to be headers, or somebody else; they stand in names of people, municipalities and cases. */
const WORDS = {
  'a line break and a header': 'Kari\r\nBcc: b@evil.example\r\n\r\n<script>alert(1)</script>',
  'line separators of Unicode and a header': 'Kari\u2028Bcc: b@evil.example\u2029\u0085Cc: b@evil.example\u000b\u000c',
  'encoded words that hold a header':
    '=?utf-8?q?Kari=0D=0ABcc:_b@evil.example?= =?utf-8?b?QmNjOiBiQGV2aWwuZXhhbXBsZQ==?=',
  'another sender': '"Statsforvalteren" <post@evil.example>, Ordføreren',
  'letters that read backwards or not at all': 'Kari\u202emoc.live\u2066\u200b\u00ad\ufeff',
  'two hundred characters': `Kari ${'å'.repeat(195)}`,
};

/** What a mail of ours has, and what the sink adds. */
const HEADERS =
  /^(from|to|subject|message-id|date|mime-version|content-type|content-language|content-transfer-encoding|auto-submitted|x-auto-response-suppress|precedence|return-path|delivered-to|received):/i;
/** So many mails make the cases worth their name. */
const ENOUGH = 10;

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

/** Plants everything at once and lets mornings come; what was sent is read once for all cases. */
const posted = new WeakMap();
function post(target) {
  if (!posted.has(target)) posted.set(target, plantAndSend(target));
  return posted.get(target);
}

async function plantAndSend(target) {
  const before = new Set((await target.mails()).map(({ id }) => id));
  const waiting = await target.sql(
    `select p.id, min(e.organisation_id::text) as place from person p join role r on r.person_id = p.id
     join expectation e on e.organisation_id = r.organisation_id
     where e.fulfilled_at is null and e.withdrawn_at is null and not p.machine group by p.id order by p.id`,
  );
  // One of each kind, so that most people still get their mails; the rest come to the front door below.
  const addresses = Object.values(ADDRESSES).map(([one]) => one);
  const words = Object.values(WORDS);
  assert.ok(waiting.length > 3 * addresses.length, `${waiting.length} people are waited for`);
  for (const [place, { id }] of waiting.entries())
    await target.sql('update person set name = left($2, 200) where id = $1', [id, words[place % words.length]]);
  for (const [place, address] of addresses.entries())
    await target.sql('update person set email = $2 where id = $1', [waiting[3 * place].id, address]);
  const places = [...new Set(waiting.map((one) => one.place))];
  for (const [at, id] of places.entries())
    await target.sql('update organisation set name = left($2, 200) where id = $1', [id, words[at % words.length]]);
  for (const [at, { id }] of (await target.sql('select id from procurement_case order by id')).entries())
    await target.sql('update procurement_case set title = left($2, 200) where id = $1', [id, words[at % words.length]]);
  const sent = async () => (await target.mails()).filter(({ id }) => !before.has(id));
  for (let mornings = 0; mornings < 8 && (await sent()).length < ENOUGH; mornings++) await nextMorning(target);
  const people = await target.sql('select id, name, lower(email) as email from person');
  const mails = [];
  for (const { id, recipients } of await sent()) {
    const { headers, html, from, to, subject } = await target.mail(id);
    mails.push({ recipients: recipients.map((one) => one.toLowerCase()), headers, html, from, to, subject });
  }
  assert.ok(mails.length >= ENOUGH, `only ${mails.length} mails were sent`);
  const worded = mails.filter(({ subject }) => /Kari|Statsforvalteren|utf-8/.test(subject));
  assert.ok(worded.length >= ENOUGH / 2, `only ${worded.length} subjects hold any of the words`);
  return { mails, people };
}

/** What holds of every mail, whatever is written where. */
function judged({ mails, people }) {
  const stored = new Set(people.map(({ email }) => email));
  for (const { recipients, headers, html, from, to } of mails) {
    assert.equal(recipients.length, 1, recipients.join());
    assert.ok(stored.has(recipients[0]), recipients[0]);
    assert.equal(to.toLowerCase(), recipients[0], 'To is not where it went');
    assert.doesNotMatch(recipients[0], /evil/);
    for (const line of headers) {
      assert.match(line, HEADERS);
      assert.doesNotMatch(line, /[\u0000-\u0008\u000b-\u001f\u2028\u2029\u0085]/, line);
    }
    for (const name of ['from', 'to', 'subject', 'message-id'])
      assert.equal(headers.filter((line) => line.toLowerCase().startsWith(`${name}:`)).length, 1, name);
    assert.doesNotMatch(from, /evil|Statsforvalter/);
    assert.doesNotMatch(html, /<script/i);
  }
}

/** Somebody who may register people. */
const registrar = (target) => target.person({ role: 'COORDINATOR' });

export const cases = [
  ...Object.entries(ADDRESSES).map(([name, [address]]) => ({
    name: `an address of ${name}, put past the service into the database`,
    expects: 'no mail goes there, or anywhere in its place',
    quick: false,
    needs: ['database', 'folder'],
    attack: async (target) => {
      const sent = await post(target);
      judged(sent);
      const [{ went }] = await target.sql(
        `select count(*) filter (where m.state = 'SENT' and m.to_address = p.email)::int as went
         from person p left join mail m on m.person_id = p.id where p.email = $1`,
        [address],
      );
      assert.equal(went, 0);
      assert.ok(!sent.mails.some(({ recipients }) => recipients.includes(address.toLowerCase())));
    },
  })),
  ...Object.keys(WORDS).map((name) => ({
    name: `names of people, municipalities and cases with ${name}`,
    expects: 'the envelope names one stored address; no header is added, and none says what was not ours to say',
    quick: false,
    needs: ['database', 'folder'],
    attack: async (target) => {
      const sent = await post(target);
      judged(sent);
      for (const { subject, headers } of sent.mails) {
        const raw = headers.find((line) => /^subject:/i.test(line));
        assert.ok(subject.length <= 60, subject);
        assert.doesNotMatch(subject, /=\?|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u, raw);
      }
    },
  })),
  {
    name: 'people registered with hostile addresses, through the front door',
    expects: 'each is refused by name of its field; nobody is registered',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const { organisationId } = registrar(target);
      const token = await target.token({ role: 'COORDINATOR' });
      const before = await target.sql('select count(*)::int as n from person');
      for (const [name, addresses] of Object.entries(ADDRESSES))
        for (const email of addresses) {
          const { it } = await target.data(
            'mutation ($input: RegisterPersonInput!) { it: registerPerson(input: $input) { __typename ... on InvalidInput { path } } }',
            { token, variables: { input: { organisationId, name: 'Kari', email } } },
          );
          assert.deepEqual([name, it.__typename, it.path], [name, 'InvalidInput', ['input', 'email']]);
        }
      assert.deepEqual(await target.sql('select count(*)::int as n from person'), before);
    },
  },
  {
    name: 'official addresses that are hostile, through the front door',
    expects: 'each is refused; what was stored stands',
    quick: true,
    needs: ['database'],
    attack: async (target) => {
      const { organisationId } = registrar(target);
      const token = await target.token({ role: 'COORDINATOR' });
      const stored = () => target.sql('select official_address from organisation where id = $1', [organisationId]);
      const before = await stored();
      for (const address of Object.values(ADDRESSES).flat()) {
        const { it } = await target.data(
          'mutation ($input: SaveOfficialAddressInput!) { it: saveOfficialAddress(input: $input) { __typename } }',
          { token, variables: { input: { organisationId, address } } },
        );
        assert.equal(it.__typename, 'InvalidInput', address);
      }
      assert.deepEqual(await stored(), before);
    },
  },
];

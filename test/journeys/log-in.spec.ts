import { aPerson, anOrganisation, aRegion, type BuiltPerson } from '../builders/organisation';
import { CLIENT, logInGround, type LogInGround } from '../environment/log-in-ground';
import { Visitor } from '../environment/visitor';

const SESSION = '__Host-samanker';
const ATTEMPT = '__Host-samanker_log_in';
const HOST = '127.0.0.1';

describe('log in with a provider', () => {
  let ground: LogInGround;
  let regionId: string;
  let grimstad: string;
  let amli: string;
  let kari: BuiltPerson;

  beforeAll(async () => {
    ground = await logInGround({ worker: false });
    const { env } = ground;
    regionId = await aRegion(env);
    grimstad = await anOrganisation(env, regionId, { name: 'Grimstad', organisationNumber: '910753614' });
    amli = await anOrganisation(env, regionId, { name: 'Åmli', organisationNumber: '964965404' });
    kari = await aPerson(env, regionId, { organisationId: grimstad, name: 'Kari', email: 'Kari@grimstad.example' });
    await alsoAt(kari, amli);
  });
  afterAll(async () => {
    await ground?.stop();
  });

  const alsoAt = (person: BuiltPerson, organisationId: string | null, kind = 'COORDINATOR', region = regionId) =>
    ground.env.admin.query('insert into role (region_id, person_id, organisation_id, kind) values ($1, $2, $3, $4)', [
      region,
      person.personId,
      organisationId,
      kind,
    ]);

  /** As far as the page of the provider where somebody is chosen. */
  async function atTheProvider(visitor: Visitor, returnTo = '/tasks') {
    return visitor.follow(`${ground.url}/log-in?return=${encodeURIComponent(returnTo)}`);
  }

  /** Chooses somebody there, and stops before the service hears of it. */
  async function chosen(visitor: Visitor, choice: string, returnTo = '/tasks') {
    const { url } = await atTheProvider(visitor, returnTo);
    const { location } = await visitor.send(url, { choice });
    const { url: callback } = await visitor.follow(location!, '/log-in/callback');
    expect(callback.pathname).toBe('/log-in/callback');
    return callback;
  }

  async function logIn(visitor: Visitor, choice: string, returnTo = '/tasks') {
    return visitor.visit(await chosen(visitor, choice, returnTo));
  }

  async function me(visitor: Visitor) {
    const { text } = await visitor.post(`${ground.url}/graphql`, { query: '{ me { personId organisationId name } }' });
    return JSON.parse(text).data?.me ?? null;
  }

  const rows = async (sql: string, values: unknown[] = []) => ground.env.admin.query(sql, values);
  const failedWith = (because: string): string => `${ground.url}/log-in-failed?because=${because}`;

  it('the provider lists people, and the person comes back logged in, to where the log-in began', async () => {
    const visitor = new Visitor();
    const { visit, url } = await atTheProvider(visitor, '/cases?filter=OVERDUE');
    expect(url.origin).toBe(ground.issuer);
    expect(visit.text).toContain('<html lang="nb">');
    expect(visit.text).toContain('Kari');
    const back = await logIn(visitor, `${kari.personId} 910753614`, '/cases?filter=OVERDUE');
    expect(back.location!.href).toBe(`${ground.url}/cases?filter=OVERDUE`);
    expect(await me(visitor)).toEqual({ personId: kari.personId, organisationId: grimstad, name: 'Kari' });
    const [session] = await rows('select log_in, expires_at - created_at as lives from session where person_id = $1', [
      kari.personId,
    ]);
    expect(session).toMatchObject({ log_in: 'OIDC', lives: { hours: 12 } });
  });

  it('asks with state, nonce and PKCE (S256), and for no national identity number', async () => {
    const { location } = await new Visitor().visit(`${ground.url}/log-in`);
    const asked = Object.fromEntries(location!.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: CLIENT.clientId,
      redirect_uri: `${ground.url}/log-in/callback`,
      scope: 'openid profile email',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]).toMatch(/^[\w-]{43}$/);
    expect(JSON.parse(asked.authorization_details!)).toEqual([
      { type: 'ansattporten:altinn:resource', resource: 'urn:altinn:resource:samanker' },
    ]);
  });

  it('cookies are kept to this host, to TLS, and away from scripts; the token stands nowhere in the database', async () => {
    const visitor = new Visitor();
    const began = await visitor.visit(`${ground.url}/log-in`);
    expect(began.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-samanker_log_in=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=1800$/,
      ),
    ]);
    const back = await logIn(visitor, `${kari.personId} 910753614`);
    expect(back.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-samanker=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200$/),
      expect.stringMatching(/^__Host-samanker_log_in=; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=0$/),
    ]);
    const all = JSON.stringify(await rows('select t::text from session t'));
    expect(all).not.toContain(visitor.cookie(HOST, SESSION));
  });

  it('the first log-in links by the verified work address, the next by issuer and subject alone', async () => {
    const organisationId = await anOrganisation(ground.env, regionId, { organisationNumber: '964977402' });
    const ola = await aPerson(ground.env, regionId, { organisationId, email: 'ola@bygland.example' });
    await logIn(new Visitor(), ola.personId);
    const [linked] = await rows('select issuer, subject from identity_link where person_id = $1', [ola.personId]);
    expect(linked.issuer).toBe(ground.issuer);
    expect(linked.subject).not.toContain(ola.personId);
    await rows(`update person set email = 'somebody.else@bygland.example' where id = $1`, [ola.personId]);
    const visitor = new Visitor();
    await logIn(visitor, ola.personId);
    expect(await me(visitor)).toMatchObject({ personId: ola.personId });
    expect(await rows('select 1 from identity_link where person_id = $1', [ola.personId])).toHaveLength(1);
  });

  it('an address that went to a new colleague does not open the predecessor’s door', async () => {
    const organisationId = await anOrganisation(ground.env, regionId, { organisationNumber: '964965870' });
    const old = await aPerson(ground.env, regionId, { organisationId, email: 'post@iveland.example' });
    await rows(`insert into identity_link (issuer, subject, person_id) values ($1, 'the-predecessor', $2)`, [
      ground.issuer,
      old.personId,
    ]);
    expect((await logIn(new Visitor(), old.personId)).location!.href).toBe(failedWith('UNKNOWN_PERSON'));
    expect(await rows('select 1 from session where person_id = $1', [old.personId])).toEqual([]);
  });

  it('an address that two people have identifies nobody; one whose owner has no role where the provider lets act, links nobody', async () => {
    const organisationId = await anOrganisation(ground.env, regionId, { organisationNumber: '964966397' });
    const one = await aPerson(ground.env, regionId, { organisationId, email: 'felles@valle.example' });
    await aPerson(ground.env, regionId, { organisationId, email: 'Felles@Valle.example' });
    expect((await logIn(new Visitor(), one.personId)).location!.href).toBe(failedWith('UNKNOWN_PERSON'));
    const unnamed = await anOrganisation(ground.env, regionId);
    await rows('update organisation set organisation_number = null where id = $1', [unnamed]);
    const three = await aPerson(ground.env, regionId, { organisationId: unnamed, email: 'tre@valle.example' });
    expect((await logIn(new Visitor(), three.personId)).location!.href).toBe(failedWith('NO_ROLE'));
    expect(
      await rows('select 1 from identity_link where person_id = any($1)', [[one.personId, three.personId]]),
    ).toEqual([]);
  });

  it('acts for the organisation that was chosen at the provider', async () => {
    const visitor = new Visitor();
    await logIn(visitor, `${kari.personId} 964965404`);
    expect(await me(visitor)).toMatchObject({ organisationId: amli });
  });

  it('acts for another organisation: a new token, the same end, and no place where there is no role', async () => {
    const visitor = new Visitor();
    await logIn(visitor, `${kari.personId} 910753614`);
    const before = visitor.cookie(HOST, SESSION)!;
    const acting = JSON.parse((await visitor.visit(`${ground.url}/act-for`)).text);
    expect(acting.organisationId).toBe(grimstad);
    expect(acting.seats.map((seat: { organisationName: string }) => seat.organisationName)).toEqual([
      'Grimstad',
      'Åmli',
    ]);
    await rows(`update session set expires_at = '2099-01-01' where person_id = $1`, [kari.personId]);
    const switched = await visitor.post(`${ground.url}/act-for`, { organisationId: amli });
    expect(switched.status).toBe(200);
    expect(await me(visitor)).toMatchObject({ organisationId: amli });
    expect(visitor.cookie(HOST, SESSION)).not.toBe(before);
    const old = new Visitor();
    old.plant(HOST, SESSION, before);
    expect(await me(old)).toBeNull();
    const [{ expires_at: end }] = await rows(
      'select expires_at from session where person_id = $1 and organisation_id = $2 order by created_at desc limit 1',
      [kari.personId, amli],
    );
    expect(end.getUTCFullYear()).toBe(2099);
    const foreign = await anOrganisation(ground.env, regionId);
    for (const organisationId of [foreign, null, 'x', undefined, ['x'], '01900000-0000-7000-8000-00000000dead'])
      expect((await visitor.post(`${ground.url}/act-for`, { organisationId })).status).toBe(404);
    expect(await me(visitor)).toMatchObject({ organisationId: amli });
  });

  it('acts for no organisation that the provider did not name, though there is a role', async () => {
    const person = await aPerson(ground.env, regionId, { organisationId: grimstad, email: 'begge@grimstad.example' });
    const unnamed = await anOrganisation(ground.env, regionId, { name: 'Uten nummer' });
    await rows('update organisation set organisation_number = null where id = $1', [unnamed]);
    await alsoAt(person, unnamed);
    const visitor = new Visitor();
    await logIn(visitor, person.personId);
    expect((await visitor.post(`${ground.url}/act-for`, { organisationId: unnamed })).status).toBe(404);
    const { seats } = JSON.parse((await visitor.visit(`${ground.url}/act-for`)).text);
    expect(seats).toHaveLength(1);
  });

  it('acts in another region too, where there is a role', async () => {
    const rogaland = await aRegion(ground.env, { name: 'Rogaland' });
    const person = await aPerson(ground.env, regionId, { email: 'to@regioner.example', roles: ['SECRETARIAT'] });
    await alsoAt(person, null, 'AUDITOR', rogaland);
    const visitor = new Visitor();
    await logIn(visitor, person.personId);
    for (const region of [regionId, rogaland, regionId]) {
      const switched = await visitor.post(`${ground.url}/act-for`, { organisationId: null, regionId: region });
      expect(switched.status).toBe(200);
      expect(JSON.parse((await visitor.visit(`${ground.url}/act-for`)).text).regionId).toBe(region);
    }
  });

  it('a role that is taken away closes the door at the next request', async () => {
    const person = await aPerson(ground.env, regionId, { organisationId: grimstad, email: 'sluttet@grimstad.example' });
    const visitor = new Visitor();
    await logIn(visitor, person.personId);
    expect(await me(visitor)).toMatchObject({ personId: person.personId });
    await rows('update role set active = false where person_id = $1', [person.personId]);
    expect(await me(visitor)).toBeNull();
    expect((await visitor.post(`${ground.url}/act-for`, { organisationId: grimstad })).status).toBe(404);
  });

  it('log out ends this session, here and at the provider; log out everywhere ends all', async () => {
    const [laptop, phone, tablet] = [new Visitor(), new Visitor(), new Visitor()];
    for (const visitor of [laptop, phone, tablet]) await logIn(visitor, `${kari.personId} 910753614`);
    const tokens = [laptop, phone, tablet].map((visitor) => visitor.cookie(HOST, SESSION)!);
    const out = await laptop.post(`${ground.url}/log-out`);
    expect(out.headers.get('clear-site-data')).toBe('"cache"');
    const next = new URL(JSON.parse(out.text).continueAt);
    expect(next.origin).toBe(ground.issuer);
    expect(Object.fromEntries(next.searchParams)).toEqual({
      client_id: CLIENT.clientId,
      post_logout_redirect_uri: `${ground.url}/`,
    });
    expect(laptop.cookie(HOST, SESSION)).toBeUndefined();
    expect(await me(phone)).not.toBeNull();
    await phone.post(`${ground.url}/log-out-everywhere`);
    for (const token of tokens) {
      const old = new Visitor();
      old.plant(HOST, SESSION, token);
      expect(await me(old)).toBeNull();
    }
    expect(await rows('select 1 from session where person_id = $1', [kari.personId])).toEqual([]);
    expect((await laptop.post(`${ground.url}/log-out`)).status).toBe(200);
  });

  it('the secret at the provider is exchanged while people log in, and nobody is kept out', async () => {
    const { secrets } = ground;
    const [former, next] = [secrets.ours, 'a91d7e40c3b84f62b5d0e7f1'];
    const comesIn = async (callback: URL, visitor: Visitor) =>
      (await visitor.visit(callback)).location!.href === `${ground.url}/tasks` && (await me(visitor)) !== null;
    const choice = `${kari.personId} 910753614`;
    try {
      // As docs/how-to/rotate-secrets.md says: the provider learns the new one, then we do, then it forgets the old one.
      secrets.good = [former, next];
      const [before, between] = [new Visitor(), new Visitor()];
      expect(await comesIn(await chosen(before, choice), before)).toBe(true);
      const begun = await chosen(between, choice);
      secrets.ours = next;
      expect(await comesIn(begun, between)).toBe(true);
      secrets.good = [next];
      const after = new Visitor();
      expect(await comesIn(await chosen(after, choice), after)).toBe(true);
      // And the old one is dead: whoever kept it gets nobody in.
      secrets.ours = former;
      const late = new Visitor();
      expect(await comesIn(await chosen(late, choice), late)).toBe(false);
    } finally {
      secrets.good = [former];
      secrets.ours = former;
      await rows('delete from session where person_id = $1', [kari.personId]);
    }
  });

  it('whoever cancels at the provider is told so', async () => {
    expect((await logIn(new Visitor(), '')).location!.href).toBe(failedWith('CANCELLED'));
  });

  describe('sessions end (real time)', () => {
    it('after two hours without use, and use is noted at most once a minute', async () => {
      const visitor = new Visitor();
      await logIn(visitor, `${kari.personId} 910753614`);
      const seen = async () =>
        (await rows('select seen_at from session where person_id = $1', [kari.personId]))[0].seen_at;
      const idle = (interval: string) =>
        rows(`update session set seen_at = now() - $2::interval where person_id = $1`, [kari.personId, interval]);
      const first = await seen();
      expect(await me(visitor)).not.toBeNull();
      expect(await seen()).toEqual(first);
      await idle('119 minutes');
      expect(await me(visitor)).not.toBeNull();
      for (let tries = 0; tries < 500 && (await seen()) < first; tries++)
        await new Promise((wake) => setTimeout(wake, 20));
      expect((await seen()) >= first).toBe(true);
      await idle('121 minutes');
      expect(await me(visitor)).toBeNull();
      expect((await visitor.visit(`${ground.url}/act-for`)).status).toBe(401);
    });

    it('twelve hours after the log-in, used or not', async () => {
      const visitor = new Visitor();
      await logIn(visitor, `${kari.personId} 910753614`);
      await rows('update session set expires_at = now() - interval $$1 second$$ where person_id = $1', [kari.personId]);
      expect(await me(visitor)).toBeNull();
      expect((await visitor.post(`${ground.url}/act-for`, { organisationId: amli })).status).toBe(401);
    });
  });

  describe('S5: the way back', () => {
    it.each(['//evil.example', '/\\evil.example', 'https:evil.example', 'https://evil.example/', '/\t/evil.example'])(
      'to %j is to the front page',
      async (path) => {
        const back = await logIn(new Visitor(), `${kari.personId} 910753614`, path);
        expect(back.location!.href).toBe(`${ground.url}/`);
      },
    );

    it('is open once: the same answer again is refused', async () => {
      const visitor = new Visitor();
      const callback = await chosen(visitor, `${kari.personId} 910753614`);
      const mark = visitor.cookie(HOST, ATTEMPT)!;
      expect((await visitor.visit(callback)).location!.pathname).toBe('/tasks');
      visitor.plant(HOST, ATTEMPT, mark);
      expect((await visitor.visit(callback)).location!.href).toBe(failedWith('EXPIRED'));
    });

    it('is open for the browser that began, not for one that was lured', async () => {
      const attacker = new Visitor();
      const callback = await chosen(attacker, `${kari.personId} 910753614`);
      const victim = new Visitor();
      await victim.visit(`${ground.url}/log-in`);
      expect((await victim.visit(callback)).location!.href).toBe(failedWith('EXPIRED'));
      expect((await new Visitor().visit(callback)).location!.href).toBe(failedWith('EXPIRED'));
      expect(victim.cookie(HOST, SESSION)).toBeUndefined();
    });

    it('wants the state that was sent out, and is closed after ten minutes', async () => {
      const visitor = new Visitor();
      const callback = await chosen(visitor, `${kari.personId} 910753614`);
      for (const state of ['x', '', (callback.searchParams.get('state') ?? '').replace(/.$/, '_')]) {
        const other = new URL(callback);
        other.searchParams.set('state', state);
        expect((await visitor.visit(other)).location!.href).toBe(failedWith('EXPIRED'));
      }
      const twice = new URL(callback);
      twice.searchParams.append('state', 'x');
      expect((await visitor.visit(twice)).location!.href).toBe(failedWith('EXPIRED'));
      await rows(`update log_in_attempt set created_at = now() - interval '11 minutes'`);
      expect((await visitor.visit(callback)).location!.href).toBe(failedWith('EXPIRED'));
    });

    it('a token that somebody planted before is not the session’s, and does not live on', async () => {
      const attacker = new Visitor();
      await logIn(attacker, `${kari.personId} 910753614`);
      const planted = attacker.cookie(HOST, SESSION)!;
      const visitor = new Visitor();
      visitor.plant(HOST, SESSION, planted);
      await logIn(visitor, `${kari.personId} 964965404`);
      expect(visitor.cookie(HOST, SESSION)).not.toBe(planted);
      expect(await me(attacker)).toBeNull();
      expect(await me(visitor)).toMatchObject({ organisationId: amli });
    });

    it('a provider that sends an error is not quoted', async () => {
      const visitor = new Visitor();
      const { location } = await visitor.visit(`${ground.url}/log-in`);
      const state = location!.searchParams.get('state')!;
      const said = await visitor.visit(
        `${ground.url}/log-in/callback?error=%3Cscript%3E&error_description=Ring+oss&state=${state}&iss=${ground.issuer}`,
      );
      expect(said.location!.href).toBe(failedWith('NOT_TRUSTED'));
    });
  });

  describe('S5: pages of other sites change nothing', () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' },
    ];
    it.each(['/log-out', '/log-out-everywhere', '/act-for'])('POST %s', async (path) => {
      const visitor = new Visitor();
      await logIn(visitor, `${kari.personId} 910753614`);
      for (const headers of foreign)
        expect((await visitor.post(ground.url + path, { organisationId: amli }, headers)).status).toBe(403);
      expect(await me(visitor)).toMatchObject({ organisationId: grimstad });
    });

    it.each(['/log-out', '/log-out-everywhere'])('GET %s does not exist', async (path) => {
      const visitor = new Visitor();
      await logIn(visitor, `${kari.personId} 910753614`);
      expect((await visitor.visit(ground.url + path)).status).toBe(404);
      expect(await me(visitor)).not.toBeNull();
    });
  });
});

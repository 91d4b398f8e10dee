// Logging in to the real program with a real provider: the whole way round, and every answer that must not be believed.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { start } from '../browser/program.mjs';
import { clientId, clientSecret, makeKey, signed, startProvider } from './provider.mjs';
import { unescaped, Visitor } from './visitor.mjs';

const altinnService = 'urn:altinn:resource:2480:40';
const sessionCookie = 'samband';
const departureCookie = 'samband-login';
// A number that the tax authority publishes for tests, and one of a person who cannot be (80 added to the month).
const kari = { sub: 'kari', pid: '13097248022', locale: 'nb' };
const ola = { sub: 'ola', pid: '05917123928', locale: 'nn' };

const surely = (claims) => ({ claims, acr: 'idporten-loa-high', amr: ['BankID'] });

let provider;
let program;

before(async () => {
  provider = await startProvider();
  program = await start({ SAMBAND_LOGIN_CLIENT_SECRET: clientSecret }, 'serve', [
    '--login.issuer', provider.issuer, '--login.client_id', clientId, '--login.altinn_services', altinnService,
  ]);
  provider.serve(program.address);
});

after(async () => {
  await program?.stop();
  await provider?.stop();
});

/** As far as coming back: the provider's answer, not yet given to the program. */
async function sentBack(visitor, person = surely(kari), next = '/me') {
  provider.person = person;
  const answer = await visitor.follow(`${program.address}/login/start?next=${encodeURIComponent(next)}`, `${program.address}/login/return`);
  assert.ok(answer.next, `the provider did not send the browser back: ${answer.status} ${answer.text}`);
  return answer.next;
}

async function logIn(visitor, person, next) {
  return visitor.open(await sentBack(visitor, person, next));
}

async function me(visitor) {
  const answer = await visitor.open(`${program.address}/me.json`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
}

const isLoggedIn = async (visitor) => (await visitor.open(`${program.address}/me.json`)).status === 200;

/** The page says which problem it is, under its own status, and nobody is logged in. */
async function refused(visitor, address, status, code) {
  const answer = await visitor.open(address);
  assert.equal(answer.status, status, `${answer.status} leading to ${answer.next}: ${answer.text.slice(0, 300)}`);
  assert.ok(answer.text.includes(`<code>${code}</code>`), `${code} is not what the page says: ${/<code>[a-z]+\..*?<\/code>/.exec(answer.text)}`);
  assert.ok(!answer.set.some((line) => line.startsWith(`${sessionCookie}=`)), 'a session was begun');
  assert.equal(await isLoggedIn(visitor), false);
  return answer;
}

describe('Logging in', () => {
  test('leads from the page somebody wanted, by way of the provider, to that page', async () => {
    const visitor = new Visitor();
    provider.person = surely(kari);
    const wanted = await visitor.open(`${program.address}/me`);
    assert.equal(wanted.status, 303);
    const loginPage = await visitor.open(wanted.next);
    const [, way] = /href="([^"]*\/login\/start[^"]*)"/.exec(loginPage.text);

    const leaving = await visitor.open(new URL(unescaped(way), program.address).href);
    assert.equal(leaving.status, 303);
    const asked = new URL(leaving.next).searchParams;
    assert.ok(leaving.next.startsWith(`${provider.issuer}/`));
    assert.deepEqual(
      ['response_type', 'client_id', 'code_challenge_method', 'redirect_uri', 'acr_values', 'ui_locales'].map((name) => asked.get(name)),
      ['code', clientId, 'S256', `${program.address}/login/return`, 'idporten-loa-substantial', 'nb'],
    );
    const [service] = JSON.parse(asked.get('authorization_details'));
    assert.deepEqual([service.type, service.resource], ['ansattporten:altinn:service', altinnService]);
    for (const name of ['state', 'nonce', 'code_challenge']) assert.ok(asked.get(name).length >= 32, name);
    const [carried] = leaving.set;
    for (const piece of [`${departureCookie}=`, 'HttpOnly', 'SameSite=Lax', 'Max-Age=600']) assert.ok(carried.includes(piece), carried);
    for (const name of ['state', 'nonce']) assert.ok(!carried.includes(asked.get(name)), `${name} can be read from the cookie`);

    const atProvider = await visitor.follow(leaving.next, `${program.address}/login/return`);
    const back = await visitor.open(atProvider.next);
    assert.deepEqual([back.status, back.next, back.headers.get('cache-control')], [303, `${program.address}/me`, 'no-store']);
    const begun = back.set.find((line) => line.startsWith(`${sessionCookie}=`));
    for (const piece of ['HttpOnly', 'SameSite=Lax', 'Path=/']) assert.ok(begun.includes(piece), begun);
    assert.ok(!visitor.cookies(program.address).has(departureCookie), 'what was carried is not needed any more');
    assert.equal((await visitor.open(back.next)).status, 200);
    assert.equal((await me(visitor)).assurance, 'high');
  });

  test('knows the person again by the identity number, and tells two people apart', async () => {
    const [one, same, other] = [new Visitor(), new Visitor(), new Visitor()];
    await logIn(one, surely(kari));
    await logIn(same, surely({ ...kari, sub: 'another-pairwise' }));
    await logIn(other, surely(ola));
    assert.equal((await me(same)).id, (await me(one)).id);
    assert.notEqual((await me(other)).id, (await me(one)).id);
    assert.ok(!(await visitorsPage(one)).includes(kari.pid), 'the number is shown');
  });

  const visitorsPage = async (visitor) => (await visitor.open(`${program.address}/me`)).text;

  test('gives another session than one that was there before', async () => {
    const visitor = new Visitor();
    visitor.cookies(program.address).set(sessionCookie, 'chosen-by-somebody-else');
    await logIn(visitor);
    const first = visitor.cookies(program.address).get(sessionCookie);
    await logIn(visitor);
    const second = visitor.cookies(program.address).get(sessionCookie);
    assert.equal(new Set(['chosen-by-somebody-else', first, second]).size, 3);
  });

  test('never leads to another place, nor in a ring', async () => {
    for (const next of ['//elsewhere.example/', 'https://elsewhere.example/', '/\\elsewhere.example', '/login/return?code=x', '/nn/login/start']) {
      const back = await logIn(new Visitor(), surely(kari), next);
      assert.equal(back.next, `${program.address}/`, next);
    }
  });

  test('goes on when the provider signs with a new key', async () => {
    provider.serve(program.address);
    const visitor = new Visitor();
    const back = await logIn(visitor);
    assert.equal(back.status, 303, back.text.slice(0, 300));
    assert.ok(await isLoggedIn(visitor));
  });

  test('gives a role for each organisation that Ansattporten says the person acts for', async () => {
    const party = (number, name) => ({ Authority: 'iso6523-actorid-upis', ID: `0192:${number}`, Name: name });
    const acting = {
      ...ola,
      authorization_details: [
        { type: 'ansattporten:altinn:service', resource: altinnService, reportees: [party('964338531', 'Bergen kommune'), party('999999999', 'Ukjent')] },
        { type: 'something:else', reportees: [party('971032081', 'KS')] },
      ],
    };
    const visitor = new Visitor();
    // Ansattporten names its levels shorter than ID-porten.
    await logIn(visitor, { ...surely(acting), acr: 'high' });
    const { roles, assurance } = await me(visitor);
    assert.equal(assurance, 'high');
    assert.deepEqual(roles.map(({ role, organisation }) => [role, organisation]), [['representative', 'Bergen']]);
  });
});

describe('Logging out', () => {
  test('ends the session here and leads to where it ends at the provider', async () => {
    const visitor = new Visitor();
    await logIn(visitor);
    const session = visitor.cookies(program.address).get(sessionCookie);
    const [, csrfToken] = /name="csrfToken" value="([^"]+)"/.exec((await visitor.open(`${program.address}/me`)).text);

    const out = await visitor.open(`${program.address}/logout`, { form: { csrfToken } });
    assert.equal(out.status, 200);
    assert.ok(!visitor.cookies(program.address).has(sessionCookie));
    const thief = new Visitor();
    thief.cookies(program.address).set(sessionCookie, session);
    assert.equal(await isLoggedIn(thief), false, 'the session lives on for whoever has the cookie');

    const [, way] = new RegExp(`href="(${provider.issuer}[^"]*)"`).exec(out.text);
    const there = new URL(unescaped(way));
    assert.equal(there.searchParams.get('post_logout_redirect_uri'), `${program.address}/`);
    const asked = await visitor.open(there.href);
    const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(asked.text);
    const [, action] = /action="([^"]+)"/.exec(asked.text);
    const ended = await visitor.open(action, { form: { xsrf, logout: 'yes' } });
    assert.equal(ended.next, `${program.address}/`);
    // The provider does not know the browser any more: it asks who it is, and is told that nobody wants to say.
    const again = await sentBack(visitor, { error: 'access_denied' });
    assert.equal(new URL(again).searchParams.get('error'), 'access_denied');
  });

  test('at the provider ends the session here', async () => {
    const visitor = new Visitor();
    let sid;
    provider.lie = (claims, body) => {
      ({ sid } = claims);
      return { body };
    };
    await logIn(visitor).finally(() => {
      provider.lie = null;
    });
    assert.ok(sid, 'the provider gave no sid');
    const ended = (issuer, session) => new Visitor().open(`${program.address}/login/ended-by-provider?${new URLSearchParams({ iss: issuer, sid: session })}`);

    await ended('https://elsewhere.example', sid);
    await ended(provider.issuer, 'another');
    assert.ok(await isLoggedIn(visitor), 'ended by somebody else');
    assert.equal((await ended(provider.issuer, sid)).status, 204);
    assert.equal(await isLoggedIn(visitor), false);
  });
});

describe('Coming back is refused', () => {
  test('a second time with the same code', async () => {
    const visitor = new Visitor();
    const address = await sentBack(visitor);
    const carried = visitor.cookies(program.address).get(departureCookie);
    assert.equal((await visitor.open(address)).status, 303);
    const thief = new Visitor();
    thief.cookies(program.address).set(departureCookie, carried);
    await refused(thief, address, 401, 'identity.login_refused');
  });

  test('in another browser than the one that left', async () => {
    await refused(new Visitor(), await sentBack(new Visitor()), 401, 'identity.login_not_begun');
  });

  test('with a changed state', async () => {
    const visitor = new Visitor();
    const address = new URL(await sentBack(visitor));
    address.searchParams.set('state', `${address.searchParams.get('state').slice(1)}x`);
    await refused(visitor, address.href, 401, 'identity.login_not_begun');
    address.searchParams.delete('state');
    await refused(visitor, address.href, 401, 'identity.login_not_begun');
  });

  test("with the code of somebody else's log-in", async () => {
    const [visitor, attacker] = [new Visitor(), new Visitor()];
    const address = new URL(await sentBack(visitor));
    const slipped = new URL(await sentBack(attacker, surely(ola)));
    address.searchParams.set('code', slipped.searchParams.get('code'));
    await refused(visitor, address.href, 401, 'identity.login_refused');
  });

  test('in the name of another issuer, or of none when ours gives its own', async () => {
    const visitor = new Visitor();
    const address = new URL(await sentBack(visitor));
    address.searchParams.set('iss', 'https://elsewhere.example');
    await refused(visitor, address.href, 401, 'identity.token_issuer_wrong');
    address.searchParams.delete('iss');
    await refused(visitor, address.href, 401, 'identity.token_issuer_wrong');
  });

  test('for somebody who broke it off, with a way to begin again', async () => {
    const visitor = new Visitor();
    const page = await refused(visitor, await sentBack(visitor, { error: 'access_denied' }), 401, 'identity.login_refused');
    const [, way] = /href="([^"]*\/login\?[^"]*)"/.exec(page.text);
    const loginPage = await visitor.open(new URL(unescaped(way), program.address).href);
    assert.ok(/\/login\/start\?next=%2F"/.test(loginPage.text), 'the way on leads back to what failed');
  });

  const now = () => Math.floor(Date.now() / 1000);
  const changed = (change, header, key) => (claims, body) => ({ body: { ...body, id_token: signed({ ...claims, ...change }, key?.() ?? provider.key, header) } });
  const lies = [
    ['with another nonce', changed({ nonce: 'of-another-log-in' }), 401, 'identity.nonce_wrong'],
    ['without nonce', changed({ nonce: undefined }), 401, 'identity.nonce_wrong'],
    ['from another issuer', changed({ iss: 'https://elsewhere.example' }), 401, 'identity.token_issuer_wrong'],
    ['for another client', changed({ aud: 'somebody-else' }), 401, 'identity.token_audience_wrong'],
    ['for us among others, without azp', changed({ aud: [clientId, 'somebody-else'] }), 401, 'identity.token_audience_wrong'],
    ['authorised for another party', changed({ azp: 'somebody-else' }), 401, 'identity.token_audience_wrong'],
    ['that has expired', changed({ exp: now() - 1 }), 401, 'identity.token_expired'],
    ['without an end', changed({ exp: undefined }), 401, 'identity.token_expired'],
    ['from the future', changed({ iat: now() + 3600 }), 401, 'identity.token_not_yet_valid'],
    ['without assurance', changed({ acr: undefined }), 401, 'identity.assurance_too_low'],
    ['with an assurance that nobody knows', changed({ acr: 'idporten-loa-enormous' }), 401, 'identity.assurance_too_low'],
    ['without identity number', changed({ pid: undefined }), 401, 'identity.identity_number_missing'],
    ['with an identity number that is none', changed({ pid: '12345678901' }), 400, 'directory.identity_number_faulty'],
    ['signed by nobody', changed({}, { alg: 'none' }), 401, 'platform.token_algorithm_refused'],
    ["signed with the client's secret", changed({}, { alg: 'HS256' }, () => ({ kid: provider.key.kid, secret: clientSecret })), 401, 'platform.token_algorithm_refused'],
    ['signed with our public key as a secret', changed({}, { alg: 'HS256' }, () => ({ kid: provider.key.kid, secret: provider.key.publicPem })), 401, 'platform.token_algorithm_refused'],
    ['signed with another key of the same name', changed({}, {}, () => ({ ...makeKey(), kid: provider.key.kid })), 401, 'platform.token_signature_wrong'],
    ['signed with a key that is not published', changed({}, {}, makeKey), 401, 'platform.token_key_unknown'],
    ['with a critical extension', changed({}, { crit: ['exp'] }), 401, 'platform.token_malformed'],
    ['that is no token', (_, body) => ({ body: { ...body, id_token: 'none' } }), 401, 'platform.token_malformed'],
    ['that is not there', (_, body) => ({ body: { ...body, id_token: undefined } }), 503, 'identity.provider_answer_faulty'],
    ['by a provider that is unwell', () => ({ status: 500, body: '{}' }), 503, 'identity.provider_answer_faulty'],
    ['by a provider that answers with a page', () => ({ status: 200, body: '<!doctype html>' }), 503, 'identity.provider_answer_faulty'],
  ];
  for (const [what, lie, status, code] of lies) {
    test(`with a token ${what}`, async () => {
      const visitor = new Visitor();
      const address = await sentBack(visitor);
      provider.lie = lie;
      try {
        await refused(visitor, address, status, code);
      } finally {
        provider.lie = null;
      }
    });
  }

  test('for somebody whom the provider does not know surely enough', async () => {
    const visitor = new Visitor();
    await refused(visitor, await sentBack(visitor, { claims: kari, acr: 'idporten-loa-low', amr: ['Minid-PIN'] }), 401, 'identity.assurance_too_low');
  });

  test('and the next log-in is none the worse', async () => {
    const visitor = new Visitor();
    assert.equal((await logIn(visitor)).status, 303);
    assert.ok(await isLoggedIn(visitor));
  });
});

// A certified OpenID provider on a free port, with claims as ID-porten and Ansattporten give them. It can be told to lie.
import { createServer } from 'node:http';
import { createHmac, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import Provider, { interactionPolicy } from 'oidc-provider';

export const clientId = 'samband-test';
// Every letter that RFC 6749 §2.3.1 wants escaped before it becomes Basic credentials.
export const clientSecret = 'secret with: colon & percent % plus + and more than thirty-two letters';

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A pair of keys as the provider keeps them and publishes them. */
export function makeKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const about = { kid: randomUUID(), use: 'sig', alg: 'RS256' };
  return {
    ...about,
    privateKey,
    jwk: { ...privateKey.export({ format: 'jwk' }), ...about },
    publicPem: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }),
  };
}

/** A token as anybody with the key could make it. */
export function signed(claims, key, header = {}) {
  const whole = { alg: 'RS256', typ: 'JWT', kid: key.kid, ...header };
  const content = `${part(whole)}.${part(claims)}`;
  const signatures = {
    RS256: () => sign('sha256', Buffer.from(content), key.privateKey),
    HS256: () => createHmac('sha256', key.secret).update(content).digest(),
    none: () => Buffer.alloc(0),
  };
  return `${content}.${signatures[whole.alg]().toString('base64url')}`;
}

/** Nobody is asked whether the client may know them: neither ID-porten nor Ansattporten does. */
function withoutConsent() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

async function everythingGranted(context) {
  const { client, session, provider, params } = context.oidc;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(params.scope);
  await grant.save();
  return grant;
}

/**
 * A running provider: { issuer, serve(address), person, lie, rotate(), key, stop() }.
 *
 * person is who logs in next: { claims, acr, amr }, or { error } for somebody who breaks it off. lie, when set, is given
 * the answer of the token address with its claims, and gives the answer to send instead.
 */
export async function startProvider() {
  let answer;
  const server = createServer((request, response) => answer(request, response));
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const people = new Map();
  const it = { issuer, person: null, lie: null, key: null, end: async () => {} };

  async function interact(provider, request, response) {
    const { error, claims, acr, amr } = it.person;
    if (error) return provider.interactionFinished(request, response, { error });
    people.set(claims.sub, claims);
    return provider.interactionFinished(request, response, { login: { accountId: claims.sub, acr, amr } });
  }

  /** A provider for the program at an address, with the keys it signs with from now on. */
  function serve(address) {
    it.key = makeKey();
    const provider = new Provider(issuer, {
      clients: [{
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${address}/login/return`],
        post_logout_redirect_uris: [`${address}/`],
        // With it the provider puts sid into the token, as ID-porten does.
        backchannel_logout_uri: `${issuer}/nobody`,
        backchannel_logout_session_required: true,
      }],
      jwks: { keys: [it.key.jwk] },
      cookies: { keys: [randomUUID()] },
      claims: { openid: ['sub', 'pid', 'locale', 'authorization_details'], profile: ['name'] },
      conformIdTokenClaims: false,
      acrValues: ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high'],
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
      interactions: { policy: withoutConsent(), url: (_, interaction) => `/interaction/${interaction.uid}` },
      loadExistingGrant: everythingGranted,
      findAccount: (_, sub) => ({ accountId: sub, claims: () => people.get(sub) }),
      // What stands here only keeps the provider from remarking on its own defaults.
      ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 120, Interaction: 60, Session: 600, Grant: 600 },
    });
    provider.use(async (context, next) => {
      await next();
      if (context.oidc?.route !== 'token' || !context.body?.id_token || !it.lie) return;
      const [, claims] = context.body.id_token.split('.').map((text) => Buffer.from(text, 'base64url').toString());
      Object.assign(context, it.lie(JSON.parse(claims), context.body));
    });
    const respond = provider.callback();
    answer = (request, response) => {
      if (!request.url.startsWith('/interaction/')) return respond(request, response);
      return interact(provider, request, response).catch((fault) => response.writeHead(500).end(String(fault)));
    };
  }

  return Object.assign(it, {
    serve,
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  });
}

import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

type Claims = Record<string, unknown>;

const CLIENT = { id: 'rungs', secret: 'a secret between the provider and Rungs' };

/**
 * A real OpenID Connect provider on this machine. Whoever comes is `behaviour.person`, without being asked; `behaviour.change` makes
 * other claims of those in its tokens, signed by the provider's key or by `behaviour.key`. For tests alone.
 */
export async function openIdProvider(redirectUri: string, port = 0) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const people: Record<string, Claims> = {};
  const behaviour: { person: string; change: (claims: Claims) => Claims; key: KeyObject | null } = {
    person: 'nobody',
    change: (claims) => claims,
    key: null,
  };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['of the tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    features: { devInteractions: { enabled: false } },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    interactions: { url: () => '/login' },
    findAccount: (_ctx: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...people[sub] }),
    }),
    loadExistingGrant: async (ctx: {
      oidc: { client: { clientId: string }; session: { accountId: string } };
    }) => {
      const { clientId } = ctx.oidc.client;
      const grant = new provider.Grant({ clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    await next();
    const { body } = ctx;
    if (ctx.path !== '/token' || typeof body !== 'object' || body === null || !('id_token' in body)) return;
    const claims = behaviour.change(payloadOf(String(body.id_token)));
    ctx.body = { ...body, id_token: signed(claims, behaviour.key ?? privateKey) };
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url !== '/login') return answer(request, response);
    const result = { login: { accountId: behaviour.person } };
    provider.interactionFinished(request, response, result).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  return {
    issuer,
    people,
    behaviour,
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret },
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const payloadOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;

function signed(claims: Claims, key: KeyObject): string {
  const bare = `${encoded({ alg: 'RS256', typ: 'JWT', kid: 'key' })}.${encoded(claims)}`;
  return `${bare}.${createSign('RSA-SHA256').update(bare).sign(key, 'base64url')}`;
}

/** Follows the provider from where a browser is sent to it up to where it sends the browser back, which must begin with `back`. */
export async function followTo(back: string, start: string): Promise<string> {
  const jar = new Map<string, string>();
  let address = start;
  for (let hop = 0; hop < 8; hop += 1) {
    if (address.startsWith(back)) return address;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split(/=(.*)/s) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${address} answered ${response.status}`);
    address = new URL(location, address).href;
  }
  throw new Error('the provider leads nowhere');
}

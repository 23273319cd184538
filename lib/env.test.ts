import { readEnv } from './env';

const NEEDED = {
  NEXTAUTH_URL: 'https://rungs.example',
  NEXTAUTH_SECRET: 'only for the tests of the environment',
};
const PROVIDER = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };

/** What is said of these variables; nothing where they will do. */
function told(more: Record<string, string>): string | null {
  try {
    readEnv({ ...NEEDED, NODE_ENV: 'test', ...more });
    return null;
  } catch (error) {
    return String(error);
  }
}

test('the provider is set whole or not at all', () => {
  expect(told({})).toBeNull();
  expect(told(PROVIDER)).toBeNull();
  for (const left of Object.keys(PROVIDER)) {
    const some = Object.fromEntries(Object.entries(PROVIDER).filter(([name]) => name !== left));
    expect(told(some)).toContain('set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none of them');
  }
});

test.each([
  ['http://127.0.0.1:4000', null],
  ['http://login.example', 'expected an https:// address'],
  ['http://localhost.login.example', 'expected an https:// address'],
  ['login.example', 'expected the address of an OpenID Connect provider'],
])('a provider at %s is met by %s', (OIDC_ISSUER, fault) => {
  const said = told({ ...PROVIDER, OIDC_ISSUER });
  if (fault === null) expect(said).toBeNull();
  else expect(said).toContain(fault);
});

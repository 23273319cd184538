import { readClaims } from './provider-claims';

const ISSUER = 'https://login.example.org';

const read = (claims: object, issuer = ISSUER, groups = 'groups') =>
  readClaims({ iss: ISSUER, sub: 'ana-1', ...claims }, issuer, groups);

test('the address is kept in its one form, and name and groups as they are', () => {
  const sent = {
    email: ' Ana@Harbour.EXAMPLE',
    email_verified: true,
    name: 'Ana Ortiz',
    groups: ['ml', 'ops'],
  };
  expect(read(sent)).toEqual({
    issuer: ISSUER,
    subject: 'ana-1',
    email: 'ana@harbour.example',
    emailVerified: true,
    name: 'Ana Ortiz',
    groups: ['ml', 'ops'],
  });
});

test('claims of another issuer are none, and a slash at its end makes no other', () => {
  expect(read({ iss: 'https://login.other.example' })).toBeNull();
  expect(read({ iss: `${ISSUER}.other.example` })).toBeNull();
  expect(read({}, `${ISSUER}/`)).not.toBeNull();
});

test.each([
  ['email_verified', { email_verified: true }, true],
  ['email_verified as a text', { email_verified: 'true' }, false],
  ['nothing', {}, false],
  ['xms_edov of Entra ID', { xms_edov: true }, true],
  ['xms_edov as a number', { xms_edov: 1 }, true],
  ['xms_edov beside email_verified that says no', { email_verified: false, xms_edov: true }, false],
])('%s confirms an address or not', (_what, claims, confirmed) => {
  expect(read({ email: 'ana@harbour.example', ...claims })?.emailVerified).toBe(confirmed);
});

test.each([{ email: 7 }, { email: 'no address' }, { email: 'аna@harbour.example' }, {}])(
  'what is no address that an account may have is none: %j',
  (claims) => {
    expect(read(claims)?.email).toBeNull();
  },
);

test.each([
  [['ml', 'ml', 7, null], ['ml']],
  ['ml', ['ml']],
  [{ ml: true }, []],
  [undefined, []],
])('groups %j are read as %j, from the claim that is configured', (sent, groups) => {
  expect(read({ roles: sent }, ISSUER, 'roles')?.groups).toEqual(groups);
});

test('a claim named like a property of every object holds no groups', () => {
  expect(read({}, ISSUER, 'constructor')?.groups).toEqual([]);
});

test('which groups is not known where Entra ID says only that there are too many, or where there are more than are looked at', () => {
  expect(read({ _claim_names: { groups: 'src1' } })?.groups).toBeNull();
  expect(read({ _claim_names: { roles: 'src1' } })?.groups).toEqual([]);
  expect(read({ groups: Array.from({ length: 1_001 }, (_, at) => `g${at}`) })?.groups).toBeNull();
});

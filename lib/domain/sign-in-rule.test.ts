import { barredBy } from './sign-in-rule';

const at = (hours: number) => new Date(Date.UTC(2026, 9, 1, hours));

test.each([
  ['a member with a password', { method: 'password', role: 'admin' }, 'provider'],
  ['somebody let into single teams, with a password', { method: 'password', role: null }, 'provider'],
  ['a member by the provider', { method: 'oidc', role: 'viewer' }, null],
  ['an owner with a password', { method: 'password', role: 'owner' }, null],
] as const)('where the provider is asked for, %s is met by %s', (_who, arrival, barred) => {
  expect(barredBy({ providerOnly: true, maxHours: null }, { ...arrival, since: at(0) }, at(1))).toBe(barred);
});

test.each([
  [8, null],
  [9, 'age'],
])('of eight hours, somebody who signed in %d hours ago is met by %s, owners too', (hours, barred) => {
  for (const role of ['owner', 'viewer'] as const) {
    const arrival = { method: 'oidc', role, since: at(0) } as const;
    expect(barredBy({ providerOnly: true, maxHours: 8 }, arrival, at(hours))).toBe(barred);
  }
});

test('where nothing is asked for, everybody comes in', () => {
  const arrival = { method: 'password', role: 'viewer', since: at(0) } as const;
  expect(barredBy({ providerOnly: false, maxHours: null }, arrival, at(9_000))).toBeNull();
});

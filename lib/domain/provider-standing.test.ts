import { providerChange, type ProviderStanding } from './provider-standing';

const GROUP_ROLES = [
  { id: 'leads', name: 'ml-leads' },
  { id: 'leads-in-fraud', name: 'ml-leads' },
  { id: 'ops', name: 'ops' },
];

const AN_OUTSIDER: ProviderStanding = {
  ...{ groups: [], member: null, departed: false, domain: null, groupRoles: GROUP_ROLES },
};
const MEMBER = { byHand: true, ended: false, held: [] };
const BY_GROUPS = { byHand: false, ended: false, held: ['ops'] };

const cases: [string, Partial<ProviderStanding>, ReturnType<typeof providerChange>][] = [
  ['an address elsewhere joins nothing', {}, { kind: 'none' }],
  ['groups without an address in the domain make no member', { groups: ['ops'] }, { kind: 'none' }],
  [
    'an address in the domain joins in the role of the domain',
    { domain: { role: 'viewer' } },
    { kind: 'join', role: 'viewer', give: [] },
  ],
  ['a domain that gives no role makes no member', { domain: { role: null } }, { kind: 'none' }],
  [
    'a domain that gives no role lets in whom a group gives one',
    { domain: { role: null }, groups: ['ml-leads'] },
    { kind: 'join', role: null, give: ['leads', 'leads-in-fraud'] },
  ],
  [
    'who was removed or left does not come back',
    { domain: { role: 'viewer' }, groups: ['ops'], departed: true },
    { kind: 'none' },
  ],
  [
    'where groups are not known, the domain still lets in',
    { domain: { role: 'viewer' }, groups: null },
    { kind: 'join', role: 'viewer', give: [] },
  ],
  [
    'a member gets what the groups give',
    { member: MEMBER, groups: ['ops', 'choir'] },
    { kind: 'change', give: ['ops'], take: [] },
  ],
  [
    'a member loses what the groups give no more, and nothing else',
    { member: { ...MEMBER, held: ['ops', 'leads', 'leads-in-fraud'] }, groups: ['ml-leads'] },
    { kind: 'change', give: [], take: ['ops'] },
  ],
  [
    'what was given already is not given again',
    { member: { ...MEMBER, held: ['ops'] }, groups: ['ops'] },
    { kind: 'none' },
  ],
  [
    'where groups are not known, all stays',
    { member: { ...MEMBER, held: ['ops'] }, groups: null },
    { kind: 'none' },
  ],
  [
    'a membership by groups alone ends with the last of them',
    { member: BY_GROUPS, groups: [] },
    { kind: 'end' },
  ],
  [
    'a membership by groups alone goes on by another of them',
    { member: BY_GROUPS, groups: ['ml-leads'] },
    { kind: 'change', give: ['leads', 'leads-in-fraud'], take: ['ops'] },
  ],
  [
    'a membership that people gave goes on without groups',
    { member: { ...MEMBER, held: ['ops'] }, groups: [] },
    { kind: 'change', give: [], take: ['ops'] },
  ],
  [
    'a membership that has ended stays so',
    { member: { ...MEMBER, ended: true }, groups: ['ops'], domain: { role: 'contributor' } },
    { kind: 'none' },
  ],
  [
    'a member keeps their role where the domain gives another',
    { member: MEMBER, domain: { role: 'contributor' } },
    { kind: 'none' },
  ],
];

test.each(cases)('%s', (_what, standing, change) => {
  expect(providerChange({ ...AN_OUTSIDER, ...standing })).toEqual(change);
});

test('what holds already is never given, and what is taken was held', () => {
  const names = ['ml-leads', 'ops'];
  const subsets = <Each>(all: readonly Each[]): Each[][] =>
    all.reduce<Each[][]>((some, each) => [...some, ...some.map((one) => [...one, each])], [[]]);
  for (const held of subsets(GROUP_ROLES.map(({ id }) => id)))
    for (const groups of subsets(names)) {
      const change = providerChange({ ...AN_OUTSIDER, groups, member: { ...MEMBER, held } });
      if (change.kind !== 'change') continue;
      const after = [...held.filter((id) => !change.take.includes(id)), ...change.give].toSorted();
      const wanted = GROUP_ROLES.flatMap(({ id, name }) => (groups.includes(name) ? [id] : []));
      expect(after).toEqual(wanted.toSorted());
    }
});

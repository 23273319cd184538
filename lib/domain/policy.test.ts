import { ACTIONS, can, type Action, type Actor } from './policy';
import { ROLE_NAMES, type MemberRole } from './vocabulary';

/** Who may do what, as it is meant: a change of the table in the code has to be made here as well. */
const MEANT: Record<Action, MemberRole[]> = {
  'org.read': ['owner', 'contributor', 'viewer'],
  'org.configure': ['owner'],
  'team.create': ['owner'],
  'round.run': ['owner'],
  'assessment.create': ['owner', 'contributor'],
  'assessment.configure': ['owner', 'contributor'],
  'assessment.answer': ['owner', 'contributor'],
  'assessment.finish': ['owner', 'contributor'],
  'assessment.review': ['owner'],
  'assessment.delete': ['owner', 'contributor'],
  'assessment.withdraw': ['owner'],
  'assessment.export': ['owner', 'contributor', 'viewer'],
  'plan.make': ['owner', 'contributor'],
  'plan.keep': ['owner', 'contributor'],
  'report.write': ['owner', 'contributor'],
  'report.finalise': ['owner'],
  'report.batch': ['owner'],
  'decision.make': ['owner'],
  'share.manage': ['owner'],
  'brand.change': ['owner'],
  'audit.read': ['owner'],
  'phrase.keep': ['owner', 'contributor'],
};

const actor = (role: MemberRole): Actor => ({ userId: 'u', orgId: 'ours', role });
const ACTION_NAMES = Object.keys(MEANT) as Action[];

const ROWS = ACTION_NAMES.flatMap((action) =>
  ROLE_NAMES.map((role) => ({ role, action, may: MEANT[action].includes(role) ? 'may' : 'may not' })),
);

test.each(ROWS)('$role $may $action', ({ role, action, may }) => {
  expect(can(actor(role), action, { orgId: 'ours' })).toBe(may === 'may');
});

test('every action of the code stands in the table above, and says in words what it is', () => {
  expect(Object.keys(ACTIONS)).toEqual(ACTION_NAMES);
  for (const { words } of Object.values(ACTIONS)) expect(words).toMatch(/^[a-z].*[^.]$/);
});

test('a viewer changes nothing', () => {
  const allowed = ACTION_NAMES.filter((action) => can(actor('viewer'), action, { orgId: 'ours' }));
  expect(allowed).toEqual(['org.read', 'assessment.export']);
});

test.each(ROWS.filter(({ may }) => may === 'may'))(
  '$role may not $action in another organisation',
  ({ role, action }) => {
    expect(can(actor(role), action, { orgId: 'theirs' })).toBe(false);
  },
);

test.each([
  ['nobody', null, 'org.read'],
  ['somebody who is not there', undefined, 'org.read'],
  ['an unknown role', { ...actor('owner'), role: 'admin' }, 'org.read'],
  ['a role named after a part of objects', { ...actor('owner'), role: 'constructor' }, 'org.read'],
  ['an owner with an unknown action', actor('owner'), 'org.delete'],
  ['an owner with an action named after a part of objects', actor('owner'), 'toString'],
  ['an owner with an action named after the parent of objects', actor('owner'), '__proto__'],
])('%s may do nothing', (_who, who, action) => {
  expect(can(who as Actor | null, action as Action, { orgId: 'ours' })).toBe(false);
});

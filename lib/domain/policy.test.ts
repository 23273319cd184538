import * as fc from 'fast-check';
import {
  ACTIONS,
  can,
  confinedTo,
  coversGrants,
  roleAt,
  strongestGrants,
  whoMay,
  type Action,
  type Actor,
  type Grant,
} from './policy';
import { ROLE_NAMES, type MemberRole } from './vocabulary';

/** Who may do what, as it is meant: a change of the table in the code has to be made here as well. */
const OWNERS: MemberRole[] = ['owner'];
const ADMINS: MemberRole[] = ['owner', 'admin'];
const FACILITATORS: MemberRole[] = ['owner', 'admin', 'facilitator'];
const CONTRIBUTORS: MemberRole[] = ['owner', 'admin', 'facilitator', 'contributor'];
const ALL: MemberRole[] = ['owner', 'admin', 'facilitator', 'contributor', 'viewer'];

const MEANT: Record<Action, MemberRole[]> = {
  'org.read': ALL,
  'org.configure': ADMINS,
  'org.own': OWNERS,
  'member.manage': ADMINS,
  'client.manage': FACILITATORS,
  'team.create': ADMINS,
  'round.run': FACILITATORS,
  'assessment.create': CONTRIBUTORS,
  'assessment.configure': CONTRIBUTORS,
  'assessment.answer': CONTRIBUTORS,
  'assessment.gather': FACILITATORS,
  'assessment.finish': CONTRIBUTORS,
  'assessment.review': FACILITATORS,
  'assessment.delete': CONTRIBUTORS,
  'assessment.withdraw': FACILITATORS,
  'assessment.export': ALL,
  'plan.make': CONTRIBUTORS,
  'plan.keep': CONTRIBUTORS,
  'report.write': CONTRIBUTORS,
  'report.finalise': FACILITATORS,
  'report.batch': FACILITATORS,
  'decision.make': FACILITATORS,
  'share.manage': FACILITATORS,
  'brand.change': ADMINS,
  'audit.read': ADMINS,
  'phrase.keep': CONTRIBUTORS,
};

const actor = (role: MemberRole | null): Actor => ({ userId: 'u', orgId: 'ours', role });
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
  ['somebody with no role there', actor(null), 'org.read'],
  ['an unknown role', { ...actor('owner'), role: 'root' }, 'org.read'],
  ['a role named after a part of objects', { ...actor('owner'), role: 'constructor' }, 'org.read'],
  ['an owner with an unknown action', actor('owner'), 'org.delete'],
  ['an owner with an action named after a part of objects', actor('owner'), 'toString'],
  ['an owner with an action named after the parent of objects', actor('owner'), '__proto__'],
])('%s may do nothing', (_who, who, action) => {
  expect(can(who as Actor | null, action as Action, { orgId: 'ours' })).toBe(false);
});

test('each role may all that the one after it may', () => {
  const mayOf = (role: MemberRole) => ACTION_NAMES.filter((action) => MEANT[action].includes(role));
  for (const [at, role] of ROLE_NAMES.slice(1).entries())
    expect(mayOf(ROLE_NAMES[at] ?? 'viewer')).toEqual(expect.arrayContaining(mayOf(role)));
});

test('who may do something is said with the usual one first', () => {
  expect(whoMay('assessment.review')).toBe('a facilitator, an admin or an owner');
  expect(whoMay('org.own')).toBe('an owner');
});

describe('the role at a place', () => {
  const fraud: Grant = { teamId: 'fraud', role: 'contributor' };
  const risk: Grant = { teamId: 'risk', role: 'facilitator' };
  const everywhere: Grant = { teamId: null, role: 'viewer' };

  test.each<[string, Grant[], string[] | 'anywhere' | null, MemberRole | null]>([
    ['of the whole organisation counts in each team', [everywhere], ['fraud', 'risk'], 'viewer'],
    ['of a team counts in it', [fraud], ['fraud', 'risk'], 'contributor'],
    ['of a unit counts in what is below', [risk], ['fraud', 'risk'], 'facilitator'],
    ['of a team does not count in the unit above', [fraud], ['risk'], null],
    ['of a team does not count beside it', [fraud], ['credit', 'risk'], null],
    ['of a team does not count in the organisation', [fraud, risk], null, null],
    ['is the strongest of several', [everywhere, fraud, risk], ['fraud', 'risk'], 'facilitator'],
    ['stays what it is in the organisation', [everywhere, risk], null, 'viewer'],
    ['of any team counts for what belongs to none', [fraud, risk], 'anywhere', 'facilitator'],
    ['is none without any', [], ['fraud'], null],
  ])('%s', (_what, grants, path, role) => {
    expect(roleAt(grants, path)).toBe(role);
  });

  const grant = fc.record({
    teamId: fc.constantFrom(null, 'a', 'b', 'c'),
    role: fc.constantFrom(...ROLE_NAMES),
  });

  test('is the same by each place’s strongest grant alone', () => {
    const path = fc.oneof(fc.constant(null), fc.constant('anywhere' as const), fc.subarray(['a', 'b', 'c']));
    fc.assert(
      fc.property(fc.array(grant), path, (grants, where) => {
        const strongest = strongestGrants(grants);
        expect(roleAt(strongest, where)).toBe(roleAt(grants, where));
        expect(new Set(strongest.map(({ teamId }) => teamId)).size).toBe(strongest.length);
      }),
    );
  });

  test('covers what it is strongest of, and nothing that is stronger', () => {
    fc.assert(
      fc.property(fc.array(grant), fc.array(grant), (some, others) => {
        expect(coversGrants(strongestGrants([...some, ...others]), others)).toBe(true);
      }),
    );
    expect(coversGrants([everywhere], [fraud])).toBe(false);
    expect(coversGrants([fraud], [everywhere])).toBe(false);
    expect(coversGrants([{ teamId: null, role: 'admin' }], [fraud, everywhere])).toBe(true);
  });

  test('is never weaker for one grant more', () => {
    const path = fc.oneof(fc.constant(null), fc.constant('anywhere' as const), fc.subarray(['a', 'b', 'c']));
    const strength = (role: MemberRole | null) =>
      role === null ? 0 : ROLE_NAMES.length - ROLE_NAMES.indexOf(role);
    fc.assert(
      fc.property(fc.array(grant), grant, path, (some, more, where) => {
        expect(strength(roleAt([...some, more], where))).toBeGreaterThanOrEqual(
          strength(roleAt(some, where)),
        );
      }),
    );
  });
});

test('who has a role in the whole organisation is confined to nothing, and who has none to their teams', () => {
  const fraud: Grant = { teamId: 'fraud', role: 'contributor' };
  expect(confinedTo([{ teamId: null, role: 'viewer' }, fraud])).toBeNull();
  expect(confinedTo([fraud, { teamId: 'risk', role: 'viewer' }])).toEqual(['fraud', 'risk']);
  expect(confinedTo([])).toEqual([]);
});

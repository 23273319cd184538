import { atRung, roadmapOf, TEAM, THREE_STEPS } from './roadmap-testing';
import type { WantedQuarter } from './roadmap-wanted';
import { promiseOf } from './plan-promise';
import type { Roster } from './roster';

const CLIMB = { answers: atRung(0), targets: { google: '1' } };
const without = (role: string): Roster => ({
  ...TEAM,
  roles: Object.fromEntries(Object.entries(TEAM.roles).filter(([id]) => id !== role)),
});
const of = (roster: Roster, role: string) =>
  roadmapOf({ ...CLIMB, roster }).wanted.find((each) => each.role === role);
const sum = (quarters: readonly WantedQuarter[] = [], key: 'demand' | 'supply' | 'short') =>
  quarters.reduce((total, each) => total + each[key], 0);

test('the demand of all roles is the effort of all steps where everybody is there', () => {
  const { wanted, days } = roadmapOf(THREE_STEPS);
  expect(wanted.reduce((total, { quarters }) => total + sum(quarters, 'demand'), 0)).toBeCloseTo(days, 6);
});

test('of a role that nobody has, all work is short, also that of steps which the plan leaves out', () => {
  const own = of(without('ml-engineer'), 'ml-engineer');
  expect(sum(own?.quarters, 'demand')).toBeGreaterThan(20);
  expect(sum(own?.quarters, 'short')).toBeCloseTo(sum(own?.quarters, 'demand'), 6);
  expect(sum(own?.quarters, 'supply')).toBe(0);
  expect(own?.shortFrom).toMatch(/^2027-0/);
});

test('a role with too little time is short by what its steps would need at the same time', () => {
  const enough = of({ ...TEAM, roles: { ...TEAM.roles, 'ml-engineer': 4 } }, 'ml-engineer');
  const little = of({ ...TEAM, roles: { ...TEAM.roles, 'ml-engineer': 0.4 } }, 'ml-engineer');
  expect(enough).toMatchObject({ shortFrom: null });
  expect(sum(enough?.quarters, 'short')).toBe(0);
  expect(sum(little?.quarters, 'short')).toBeGreaterThan(5);
  expect(sum(little?.quarters, 'demand')).toBeCloseTo(sum(enough?.quarters, 'demand'), 6);
});

test('a role that another one covers asks its cover, and business roles are never short', () => {
  const { wanted } = roadmapOf({ ...CLIMB, roster: without('business-stakeholder') });
  expect(wanted.map(({ role }) => role)).not.toContain('security-engineer');
  const business = wanted.find(({ role }) => role === 'business-stakeholder');
  expect(sum(business?.quarters, 'demand')).toBeGreaterThan(0);
  expect(business).toMatchObject({ shortFrom: null });
});

test('a promise keeps tenths of days and one tool a step', () => {
  const roadmap = roadmapOf(CLIMB);
  const { wanted = [], tools = {} } = promiseOf(roadmap);
  for (const { demand } of wanted.flatMap(({ quarters }) => quarters))
    expect(Math.abs(demand * 10 - Math.round(demand * 10))).toBeLessThan(1e-6);
  for (const [step, tool] of Object.entries(tools))
    expect(roadmap.steps.find(({ id }) => id === step)?.tools?.tools[0]).toBe(tool);
});

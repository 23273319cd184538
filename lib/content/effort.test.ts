import { effortProblems, effortTotals } from '@/lib/domain/content-effort';
import type { Step } from '@/lib/domain/schema/content';
import { realContent } from '@/lib/domain/testing';
import { contentFolder, loadContent } from './load';
import { contentOf } from './testing';

test('the effort of this repository is within its bounds', () => {
  const loaded = loadContent(contentFolder());
  expect(loaded.ok ? effortProblems(loaded.content) : loaded.faults).toEqual([]);
});

test('totals are counted by capability, size and role, and agree', () => {
  const totals = effortTotals(realContent());
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  expect(sum(totals.roles.map(({ days }) => days))).toBe(totals.days);
  expect(sum(totals.capabilities.flatMap(({ climbs }) => climbs))).toBe(totals.days);
  const small = effortTotals(contentOf([{ id: 'amber', days: [1, 4, 10, 5.5] }]));
  expect(small).toEqual({
    capabilities: [{ id: 'amber', size: 'S', climbs: [1, 4, 10, 5.5], days: 20.5, weeks: 4 }],
    roles: [
      { id: 'engineer', days: 20.5, share: 1 },
      { id: 'helper', days: 0, share: 0 },
    ],
    days: 20.5,
  });
});

test.each([
  [9.5, null],
  [10, 'S'],
  [25, 'S'],
  [25.5, null],
  [34.5, null],
  [35, 'M'],
  [65, 'M'],
  [79.5, null],
  [80, 'L'],
  [130, 'L'],
  [130.5, null],
])('%p person-days are of size %p', (days, size) => {
  expect(effortTotals(contentOf([{ id: 'amber', days: [1, 1, 1, days - 3] }])).capabilities[0]?.size).toBe(
    size,
  );
});

/** A capability of 20 days, shared so evenly that neither role has too much beside three others. */
function sound() {
  const content = contentOf([{ id: 'amber' }]);
  const [role] = content.roles;
  const steps = content.capabilities[0]?.steps;
  if (role === undefined || steps === undefined) throw new Error('incomplete');
  content.roles = ['engineer', 'helper', 'third', 'fourth'].map((id) => ({ ...role, id }));
  for (const [index, step] of steps.entries()) {
    const days = index === 2 ? 2 : 1;
    step.effort = { engineer: days, helper: days, third: days, fourth: days };
  }
  const step = (to: number): Step => {
    const found = steps[to - 1];
    if (found === undefined) throw new Error('incomplete');
    return found;
  };
  return { content, role, step };
}

test('figures within all bounds have no fault', () => {
  expect(effortProblems(sound().content)).toEqual([]);
});

const FILE = 'capabilities/north/amber.yaml';

test.each<{
  says: string;
  by: (parts: ReturnType<typeof sound>) => unknown;
  file: string;
  path: unknown[];
  message: string;
}>([
  {
    says: 'a total between two sizes',
    by: ({ step }) => Object.assign(step(3).effort, { engineer: 5, helper: 5, third: 5, fourth: 5 }),
    file: FILE,
    path: ['steps'],
    message: 'the four climbs of amber take 32 person-days, in none of 10–25, 35–65, 80–130',
  },
  {
    says: 'a first climb that is not the least',
    by: ({ step }) => Object.assign(step(1).effort, { engineer: 2 }),
    file: FILE,
    path: ['steps', 0, 'effort'],
    message: 'the climb to rung 1 takes more than another: expected the least',
  },
  {
    says: 'a second climb that is the most',
    by: ({ step }) => Object.assign(step(2).effort, { engineer: 3, helper: 2, third: 2, fourth: 2 }),
    file: FILE,
    path: ['steps', 1, 'effort'],
    message: 'the climb to rung 2 takes the most: expected that of rung 3 or 4',
  },
  {
    says: 'more days of a role than two people have',
    by: ({ step }) => Object.assign(step(3).effort, { engineer: 10.5 }),
    file: FILE,
    path: ['steps', 2, 'weeks'],
    message: '10.5 days of engineer in 1 week are too many for two people',
  },
  {
    says: 'a role without work',
    by: ({ content, role }) => content.roles.push({ ...role, id: 'idle' }),
    file: 'roles.yaml',
    path: [4, 'id'],
    message: 'idle has no work in any climb',
  },
  {
    says: 'a role with most of the work',
    by: ({ step }) => Object.assign(step(3).effort, { engineer: 5 }),
    file: 'roles.yaml',
    path: [0, 'id'],
    message: 'engineer has 35 % of all work, at most a third',
  },
])('$says is named with file, place and reason', ({ by, file, path, message }) => {
  const parts = sound();
  by(parts);
  expect(effortProblems(parts.content)).toContainEqual({ file, path, message });
});

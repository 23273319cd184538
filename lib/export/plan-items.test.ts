import * as fc from 'fast-check';
import { planEpics, planItems, type KeptStep, type PlanToExport } from './plan-items';
import { aHostilePlan, aPlan, ROSTER } from './testing';

const plan = aPlan();
const keysOf = (of: PlanToExport) => planItems(of).map(({ key }) => key);
const partOf = (of: PlanToExport, id: string, heading: string) =>
  planItems(of)
    .find(({ step }) => step.id === id)
    ?.parts.find((part) => part.heading === heading);

const ANNA = { name: 'Anna', email: 'anna@harbour.example' };
const kept = (own: Partial<KeptStep>): KeptStep => ({
  ...{ owner: null, status: 'planned', dueOn: null, ticket: null, note: null },
  ...own,
});

test('every step is there once, under the domain of its capability, with all that its doer needs', () => {
  const epics = planEpics(plan);
  expect(epics.flatMap(({ items }) => items.map(({ key }) => key)).toSorted()).toEqual(
    keysOf(plan).toSorted(),
  );
  for (const { key, items } of epics)
    for (const { domain } of items) expect(key).toBe(`rungs/mlops-python/${domain.id}`);
  const item = planItems(plan).find(({ step }) => step.id === 'data-validation:2');
  expect(item).toMatchObject({ title: 'Data validation 1 → 2', key: 'rungs/mlops-python/data-validation:2' });
  expect(item?.labels).toEqual(['rungs', 'data', 'google-l1']);
  expect(item?.parts.map(({ heading }) => heading)).toEqual([
    ...['Why it is there', 'What is done', 'Today', 'Afterwards', 'Tools', 'Effort', 'Planned'],
    ...['Evidence to show', 'Plan', 'Page', 'Key in Rungs'],
  ]);
  expect(item?.parts).toContainEqual({ heading: 'Why it is there', points: ['asked for by Google L1'] });
  expect(item?.parts).toContainEqual({ heading: 'Tools', text: 'Microsoft Purview (Azure)' });
});

test('what is critical is high, and what ends past the plan says so with what it waits for', () => {
  const items = planItems(plan);
  for (const { step, priority } of items) expect(priority).toBe(step.slack === 0 ? 'High' : 'Medium');
  const late = items.filter((item) => item.late);
  expect(late).toHaveLength(plan.roadmap.late.length);
  for (const { parts } of late)
    expect(JSON.stringify(parts)).toMatch(/ends past the 20 weeks of the plan, as it waits for /);
});

test('what people keep about a step is in it, and a date of theirs goes before that of the schedule', () => {
  const [step] = plan.roadmap.steps;
  const own = kept({ owner: ANNA, status: 'done', dueOn: '2026-12-01', ticket: 'ML-7', note: 'By hand.' });
  const changed = { ...plan, kept: new Map([[step?.id ?? '', own]]) };
  expect(planItems(changed)[0]).toMatchObject({
    ...{ owner: ANNA, status: 'done', dueOn: '2026-12-01', ticket: 'ML-7', note: 'By hand.' },
    // An item that begins after it is due is refused by calendars.
    startsOn: '2026-12-01',
  });
  expect(partOf(changed, step?.id ?? '', 'Due')).toMatchObject({
    text: expect.stringContaining('1 Dec 2026'),
  });
});

test('no text of a person turns round, hides or breaks what stands beside it', () => {
  const items = planItems(aHostilePlan());
  for (const { owner, ticket, note, parts } of items) {
    const texts = [owner?.name, owner?.email, ticket, note, JSON.stringify(parts)].join('');
    expect(texts).not.toMatch(/[^\P{Cc}\n]|\p{Zl}|\p{Zp}|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069]/u);
    expect(`${owner?.name}${ticket}`).not.toContain('\n');
  }
  expect(items.map(({ owner }) => owner?.name)).toContain('evil \u200Fعربي\u200F 銀行 👩‍🔬');
});

test('a plan without steps is exported as such', () => {
  const empty = { ...plan, roadmap: { ...plan.roadmap, steps: [], late: [], leftOut: [] } };
  expect([planItems(empty), planEpics(empty)]).toEqual([[], []]);
});

const rosters = fc.record({
  start: fc.constantFrom('2026-11-21', '2027-01-04', '2031-06-30'),
  share: fc.integer({ min: 20, max: 100 }),
  horizonWeeks: fc.constantFrom(10, 104),
  platform: fc.constantFrom('aws' as const, 'azure' as const),
});

test('a key is never there twice and names the same step in every schedule, order and hand', () => {
  const keyById = new Map(planItems(plan).map(({ key, step }) => [step.id, key]));
  fc.assert(
    fc.property(
      rosters,
      fc.constantFrom('levels-early' as const, 'finish-early' as const),
      fc.string(),
      (roster, order, word) => {
        const again = aPlan({
          settings: { roster: { ...ROSTER, ...roster }, order },
          ...{ subject: word, name: word, organisation: null, url: null },
        });
        const owned = new Map(
          again.roadmap.steps.map(({ id }) => [id, kept({ owner: { name: word, email: word }, note: word })]),
        );
        const backwards = { ...again.roadmap, steps: again.roadmap.steps.toReversed() };
        const items = planItems({ ...again, roadmap: backwards, kept: owned });
        for (const { key, step } of items)
          expect(key).toBe(keyById.get(step.id) ?? `rungs/mlops-python/${step.id}`);
        const all = [...items.map(({ key }) => key), ...planEpics(again).map(({ key }) => key)];
        expect(new Set(all).size).toBe(all.length);
      },
    ),
    { numRuns: 20 },
  );
});

import { aWorld, type World } from '@/db/fixtures';
import type { Team } from '@/db/schema/teams';
import { freshDb } from '@/db/testing';
import { reportOf } from '../assessments/report-of';
import { levelCount } from '../domain/labels';
import { MODEL_IDS, type ModelId, type Rung } from '../domain/vocabulary';
import { readPdf } from '../pdf/read-pdf';
import { aDraft, finished, teamBelow } from '../rollups/testing';
import { contextOf } from '../testing';
import { consolidatedPdf, consolidatedPdfInput } from './consolidated-pdf';
import type { ScorecardContext } from './scorecard-of';

const fresh = freshDb();

/** Retail with Churn, Fraud and Pricing, which only has a draft, and Claims beside it. */
async function organisation() {
  const world = await aWorld(fresh.db, { questionnaires: [...MODEL_IDS] });
  const retail = await teamBelow(fresh.db, world, { name: 'Retail', slug: 'retail' });
  const below = (name: string, parentId: string | null = retail.id) =>
    teamBelow(fresh.db, world, { name, slug: name.toLowerCase(), parentId });
  const [churn, fraud, pricing, claims] = [
    await below('Churn'),
    await below('Fraud'),
    await below('Pricing'),
    await below('Claims', null),
  ];
  const done = async (team: Team, rung: Rung, on = '2026-10-01') =>
    (await finished(fresh.db, world, team, rung, on)).id;
  await done(fraud, 1, '2026-03-01');
  const newest = { Churn: await done(churn, 2), Fraud: await done(fraud, 3), Claims: await done(claims, 2) };
  await aDraft(fresh.db, world, churn, 4, { assessedOn: '2026-11-01' });
  await aDraft(fresh.db, world, pricing, 4);
  return { world, newest };
}

function contextIn(world: World, questionnaires: readonly ModelId[] = MODEL_IDS): ScorecardContext {
  const org = { ...world.org, questionnaires: [...questionnaires] };
  return { ...contextOf(fresh.db, world, { role: 'viewer' }), org };
}

async function read(ctx: ScorecardContext, asked: Parameters<typeof consolidatedPdf>[1] = {}) {
  const result = await consolidatedPdf(ctx, asked);
  if (!result.ok) throw new Error(result.message);
  return { ...(await readPdf(result.value.pdf)), nameParts: result.value.nameParts };
}

test('of a unit it has a page for each team, with the figures of that team’s own report and never those of a draft', async () => {
  const { world, newest } = await organisation();
  const ctx = contextIn(world);
  const { pages, bookmarks, tagged, text } = await read(ctx, { unit: 'retail' });
  expect(tagged).toBe(true);
  expect(bookmarks.slice(1)).toEqual([
    'Teams',
    'What holds most teams',
    'Churn',
    'Fraud',
    'How to check this report',
  ]);
  for (const name of ['Churn', 'Fraud'] as const) {
    const single = await reportOf(ctx, newest[name], world.org.name);
    const page = pages.find((each) => each.includes(`${name} Retail · answers of 1 October 2026`)) ?? '';
    expect(single?.report.summary.length).toBeGreaterThan(0);
    for (const sentence of single?.report.summary ?? []) expect(page).toContain(sentence);
    for (const level of single?.report.models.flatMap(({ levels }) => levels) ?? [])
      expect(page).toContain(level.of === 0 ? 'nothing asked' : levelCount(level));
    expect(text.replaceAll(/\s/g, '')).toContain(single?.loaded.frozen?.hash);
  }
  expect(text).toContain('Without a finished assessment Pricing (Retail).');
  expect(pages[0]).toContain('2 with a finished assessment and 1 without one');
  expect(text).not.toContain('Claims');
});

test('of the organisation it has all teams and the scorecard of the screen, of chosen teams these alone, with the same bytes each time', async () => {
  const { world, newest } = await organisation();
  const ctx = contextIn(world);
  const { pages, title, nameParts } = await read(ctx);
  expect(title).toBe(`MLOps maturity report: ${world.org.name}`);
  expect(nameParts[1]).toBe('MLOps maturity report');
  expect(pages[1]).toContain(`${world.org.name}: machine learning teams`);
  expect(pages[1]).toContain('3 of 5 teams finished');
  const [, , table] = pages;
  for (const name of ['Churn', 'Fraud', 'Claims']) expect(table).toContain(name);
  const chosen = await read(ctx, { team: ['churn', 'claims'] });
  expect(chosen.pages[1]).toContain('2 chosen teams');
  expect(chosen.pages[1]).toContain('2 of 2 teams finished');
  expect(chosen.text).not.toContain('Fraud');
  const named = await read(ctx, { unit: 'retail', named: 'FRAU' });
  expect(named.text).toContain('1 chosen team');
  expect(named.text).not.toMatch(/Churn|Claims|Pricing/);
  const churn = await reportOf(ctx, newest.Churn, world.org.name);
  const reached = churn?.report.models[0]?.levels.findLast((level) => level.reached)?.id ?? 'below';
  const onLevel = await read(ctx, { level: reached });
  expect(onLevel.text).toContain('Churn');
  expect(onLevel.text).not.toMatch(/Pricing|Fraud/);
  const [first, second] = [await consolidatedPdf(ctx, {}), await consolidatedPdf(ctx, {})];
  expect(first).toEqual(second);
});

test('teams come as ticked boxes or with commas, each once, and no box ticked is no choice', async () => {
  const teamsIn = (team?: string | string[]) => consolidatedPdfInput.parse({ org: 'harbour', team }).team;
  expect(teamsIn(['churn', 'fraud', 'churn'])).toEqual(['churn', 'fraud']);
  expect([teamsIn('churn'), teamsIn('churn,fraud')]).toEqual([['churn'], ['churn', 'fraud']]);
  expect([teamsIn(), teamsIn(''), teamsIn(['', ''])]).toEqual([undefined, undefined, undefined]);
  const world = await aWorld(fresh.db, { questionnaires: [...MODEL_IDS] });
  expect(await consolidatedPdf(contextIn(world), { only: 'ticked' })).toMatchObject({
    ...{ code: 'invalid', message: expect.stringMatching(/^No team is ticked/) },
  });
});

test('measured by one vendor it names no other', async () => {
  const world = await aWorld(fresh.db, { questionnaires: [...MODEL_IDS] });
  await finished(fresh.db, world, world.team, 2, '2026-10-01');
  const { text } = await read(contextIn(world, ['microsoft']));
  expect(text).toContain('Microsoft');
  expect(text).not.toMatch(/AWS|Google/);
});

test('a unit, a team or a match that is not there is not found, another organisation’s teams neither', async () => {
  const world = await aWorld(fresh.db, { questionnaires: [...MODEL_IDS] });
  await teamBelow(fresh.db, world, { name: 'Churn', slug: 'churn' });
  const ctx = contextIn(world);
  const answers = [
    await consolidatedPdf(ctx, { unit: 'nowhere' }),
    await consolidatedPdf(ctx, { team: ['churn', 'nobody'] }),
    await consolidatedPdf(ctx, { named: 'no such name' }),
  ];
  expect(answers).toMatchObject([
    { code: 'not-found', message: 'There is no unit nowhere.' },
    { code: 'not-found', message: 'There is no team nobody here.' },
    { code: 'not-found', message: 'No team matches.' },
  ]);
  const other = contextIn(await aWorld(fresh.db, { questionnaires: [...MODEL_IDS] }));
  expect(await consolidatedPdf(other, { team: ['churn'] })).toMatchObject({ code: 'not-found' });
});

test('where no team has finished it says so', async () => {
  const world = await aWorld(fresh.db, { questionnaires: [...MODEL_IDS] });
  const { text, pages } = await read(contextIn(world));
  expect(text).toContain('No team among these has finished an assessment yet.');
  expect(pages[1]).toContain('No team has finished an assessment yet.');
});

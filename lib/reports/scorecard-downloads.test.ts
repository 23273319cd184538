import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/node';
import { insertAssessment } from '@/db/assessments';
import { commit } from '@/db/commit';
import { anAssessment, aScore, aTeam, aWorld, minutesLater, type World } from '@/db/fixtures';
import { upsertScore } from '@/db/scores';
import { insertTeam, teamsOfOrg } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { saveBrand } from '../brands/save-brand';
import { makeDecision } from '../decisions/make-decision';
import { A_PROMISE, planFor } from '../decisions/testing';
import { scoringBasis } from '../domain/requirements';
import { score } from '../domain/score';
import { storedScore } from '../domain/stored-score';
import { realContent } from '../domain/testing';
import { MODEL_IDS } from '../domain/vocabulary';
import { readPdf } from '../pdf/read-pdf';
import { rebuildRollups } from '../rollups/rebuild-rollups';
import { contextOf } from '../testing';
import { scorecardCsv } from './scorecard-csv';
import type { ScorecardContext } from './scorecard-of';
import { scorecardPdf } from './scorecard-pdf';
import { scorecardXlsx } from './scorecard-xlsx';

const fresh = freshDb();
const content = realContent();
const answers = Object.fromEntries(content.capabilities.map(({ id }) => [id, { rung: 2 as const }]));
const summary = storedScore(content, score(scoringBasis(content, MODEL_IDS), answers, {}));

/** An organisation with a unit `Retail` in which teams of these names have finished; its team of the fixture waits. */
async function organisation(names: readonly string[]): Promise<World> {
  const world = await aWorld(fresh.db, { questionnaires: [...MODEL_IDS] });
  const { org, user } = world;
  const retail = aTeam(org, { name: 'Retail', slug: 'retail' });
  const teams = names.map((name, index) => aTeam(org, { name, slug: `team-${index}`, parentId: retail.id }));
  await commit(fresh.db, (tx) => [
    insertTeam(tx, retail),
    ...teams.flatMap((team) => {
      const row = anAssessment(team, user, {
        ...{ status: 'finished', finishedAt: minutesLater(1), finishedBy: user.id },
        ...{ questionnaires: [...MODEL_IDS], assessedOn: '2026-10-01' },
      });
      return [insertTeam(tx, team), insertAssessment(tx, row), upsertScore(tx, aScore(row, { summary }))];
    }),
  ]);
  await rebuildRollups(contextOf(fresh.db, world), org.id);
  return world;
}

function contextIn(world: World): ScorecardContext {
  const org = { ...world.org, questionnaires: [...MODEL_IDS] };
  return { ...contextOf(fresh.db, world, { role: 'viewer' }), org };
}

async function csvOf(world: World, unit?: string) {
  const result = await scorecardCsv(contextIn(world), { unit });
  if (!result.ok) throw new Error(result.message);
  const { csv, nameParts } = result.value;
  const { data, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), { header: true });
  return { csv, nameParts, rows: data, errors };
}

async function xlsxOf(world: World, unit?: string) {
  const result = await scorecardXlsx(contextIn(world), { unit });
  if (!result.ok) throw new Error(result.message);
  const sheets = await readWorkbook(Buffer.from(result.value.xlsx));
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]));
}

const HOSTILE = [
  '=HYPERLINK("http://evil.example","Click")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  ' =1+1',
  '=1\n+1',
  '＝1+1',
  '"quoted", with a comma; and\ttab',
  'Банк العربية 銀行 👩‍🔬',
  'x'.repeat(200),
  'bell \u0007 and escape \u001b',
  '<b>&amp;</b>',
];

test('the CSV has a line for each team, also for one that waits, and opens as UTF-8', async () => {
  const { csv, rows, errors, nameParts } = await csvOf(await organisation(['Cards', 'Pricing']));
  expect(csv.startsWith('\uFEFFTeam,Units above,Answers of,AWS level,')).toBe(true);
  expect(errors).toEqual([]);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({
    ...{ Team: 'Cards', 'Units above': 'Retail', 'Answers of': '2026-10-01' },
    ...{ 'Microsoft level': 'L0', 'Google level': 'L0', 'Share of the ladder in %': '50' },
  });
  expect(rows[0]?.['AWS requirements to go']).toMatch(/^\d+$/);
  expect(rows[2]).toMatchObject({ Team: 'Fraud', 'Answers of': '', 'AWS level': '' });
  expect(nameParts.slice(-2)).toEqual(['MLOps maturity', '2026-10-01']);
});

test('no name begins a formula in the CSV, and every name is still there', async () => {
  const { rows } = await csvOf(await organisation(HOSTILE));
  const names = rows.map((row) => row['Team'] ?? '');
  for (const name of names) expect(name).not.toMatch(/^\s*[=+\-@＝]/);
  expect(names.map((name) => name.replace(/^'/, '')).toSorted()).toEqual([...HOSTILE, 'Fraud'].toSorted());
});

test('the workbook has the scorecard, its units, its teams, what holds back and the trend, with numbers and days', async () => {
  const sheets = await xlsxOf(await organisation(['Cards', 'Pricing', 'Loans']));
  expect(Object.keys(sheets)).toEqual([
    ...['Scorecard', 'Units', 'Teams', 'Holds back', 'Trend', 'Plans', 'Decisions'],
  ]);
  const [heads, first] = sheets['Teams'] ?? [];
  const cell = (head: string) => first?.[heads?.indexOf(head) ?? -1];
  expect(cell('Team')).toBe('Cards');
  expect(cell('Answers of')).toEqual(new Date('2026-10-01T00:00:00Z'));
  expect(cell('Share of the ladder')).toBe(0.5);
  expect(typeof cell('AWS requirements to go')).toBe('number');
  expect(sheets['Scorecard']?.[1]?.[0]).toMatch(/3 of 4 teams finished$/);
  const retail = sheets['Units']?.find(([name]) => name === 'Retail');
  expect(retail?.slice(0, 4)).toEqual(['Retail', 3, 3, 0.5]);
  expect(sheets['Holds back']?.[1]?.slice(1, 3)).toEqual([3, 3]);
  expect(sheets['Trend']?.[1]?.slice(0, 3)).toEqual(['Q4 2026', 3, 0.5]);
});

test('plans and decisions are in the CSV and the workbook; a unit has no decisions of its own', async () => {
  const world = await organisation(['Cards', 'Pricing']);
  const teams = await teamsOfOrg(fresh.db, world.org.id);
  for (const team of teams.filter(({ slug }) => slug.startsWith('team-')))
    await planFor(fresh.db, world, team, {
      ...A_PROMISE,
      finish: { week: 4, day: '2026-10-30', quarter: '2026-Q4', range: ['2026-Q4', null] },
    });
  await makeDecision(contextIn(world), {
    ...{ source: 'role:ml-engineer', title: '=SUM(A1)', beforeOn: '2026-12-31', waiting: 0 },
  });
  const { rows } = await csvOf(world);
  expect(rows[0]).toMatchObject({
    ...{ Team: 'Cards', 'Plan person-days': '10', 'Plan ends': '2026-10-30', 'Plan state': 'not started' },
  });
  expect(rows[2]).toMatchObject({ Team: 'Fraud', 'Plan person-days': '', 'Plan state': '' });
  const { Plans = [], Decisions = [] } = await xlsxOf(world);
  expect(Plans[0]?.[0]).toBe('What it will take, from the plans of 2 of 3 teams');
  expect(Plans.at(-1)).toEqual(['ML engineer', 'Q1 2027', 260, 0, 260, 4, 2]);
  expect(Decisions[1]?.slice(0, 4)).toEqual(['=SUM(A1)', new Date('2026-12-31T00:00:00Z'), 2, 'open']);
  expect(Object.keys(await xlsxOf(world, 'retail'))).not.toContain('Decisions');
});

test('in the workbook a name stays a text, whatever it begins with', async () => {
  const sheets = await xlsxOf(await organisation(HOSTILE));
  const names = (sheets['Teams'] ?? []).slice(1).map(([name]) => name);
  // A cell keeps its line ends; other control characters become spaces.
  const kept = HOSTILE.map((name) => name.replaceAll(/(?!\n)\p{Cc}/gu, ' '));
  // The reader drops spaces at both ends.
  expect(names.map(String).toSorted()).toEqual([...kept.map((name) => name.trim()), 'Fraud'].toSorted());
});

test('before any team has finished both are there, with the team that waits', async () => {
  const world = await aWorld(fresh.db);
  expect((await csvOf(world)).rows.map((row) => row['Team'])).toEqual(['Fraud']);
  const sheets = await xlsxOf(world);
  expect(sheets['Teams']).toHaveLength(2);
  expect(sheets['Scorecard']?.flat()).toContain('No team has finished an assessment yet.');
});

test('several hundred teams are all in both', async () => {
  const world = await organisation(Array.from({ length: 400 }, (_, index) => `Team ${index}`));
  expect((await csvOf(world)).rows).toHaveLength(401);
  expect((await xlsxOf(world))['Teams']).toHaveLength(402);
}, 60_000);

test('a unit is taken alone, one that is not there is not found, and another organisation’s is not there', async () => {
  const mine = await organisation(['Cards']);
  const theirs = await organisation(['Secret']);
  expect((await csvOf(mine, 'retail')).rows.map((row) => row['Team'])).toEqual(['Cards']);
  expect((await csvOf(mine)).csv).not.toContain('Secret');
  expect(JSON.stringify(await xlsxOf(mine))).not.toContain('Secret');
  const foreign = aTeam(theirs.org, { name: 'Only theirs', slug: 'only-theirs' });
  await commit(fresh.db, (tx) => [insertTeam(tx, foreign)]);
  for (const unit of ['nowhere', 'only-theirs', ''])
    for (const result of [
      await scorecardCsv(contextIn(mine), { unit }),
      await scorecardXlsx(contextIn(mine), { unit }),
      await scorecardPdf(contextIn(mine), { unit, paper: 'a4' }),
    ])
      expect(result).toMatchObject({ ok: false, code: 'not-found' });
});

test('the PDF is of the unit that was asked for, on one page', async () => {
  const result = await scorecardPdf(contextIn(await organisation(['Cards', 'Pricing'])), {
    ...{ unit: 'retail', paper: 'us-letter' },
  });
  if (!result.ok) throw new Error(result.message);
  const { pages, title } = await readPdf(result.value.pdf);
  expect(pages).toHaveLength(1);
  expect(title).toMatch(/, Retail$/);
  expect(result.value.nameParts).toContain('Retail');
});

test('the PDF carries the brand of the organisation', async () => {
  const ctx = contextIn(await organisation(['Cards']));
  const chosen = { name: 'Harbour Bank plc', accent: '#1F4E79', confidentiality: 'For the board alone' };
  await saveBrand(ctx, { ...chosen, version: 0 });
  const result = await scorecardPdf(ctx, { unit: undefined, paper: 'a4' });
  if (!result.ok) throw new Error(result.message);
  const { pages } = await readPdf(result.value.pdf);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Harbour Bank plc: machine learning teams');
  expect(pages[0]).toContain('For the board alone');
});

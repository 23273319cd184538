import { insertAnswer } from '@/db/answers';
import { commit } from '@/db/commit';
import { anAnswer, aWorld, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { loadAssessment } from '../assessments/load-assessment';
import { realContent } from '../domain/testing';
import { readPdf } from '../pdf/read-pdf';
import { contextOf } from '../testing';
import { printedReport } from './printed-report';
import { reportPdf } from './report-pdf';

const fresh = freshDb();
const content = realContent();

const viewerOf = (world: World) => ({
  ...contextOf(fresh.db, world, { role: 'viewer' }),
  org: world.org,
});

/** A draft on two questionnaires with every ladder on rung 2. */
async function answeredWorld(): Promise<World> {
  const world = await aWorld(fresh.db, { questionnaires: ['aws', 'google'] });
  await commit(fresh.db, (tx) =>
    content.capabilities.map(({ id }) => insertAnswer(tx, anAnswer(world, { capability: id }))),
  );
  return world;
}

test('the report of an assessment is a PDF that carries its team and organisation', async () => {
  const world = await answeredWorld();
  const result = await reportPdf(viewerOf(world), { id: world.assessment.id, paper: 'a4' });
  if (!result.ok) throw new Error(result.message);
  const { text } = await readPdf(result.value.pdf);
  for (const words of [world.team.name, world.org.name, 'AWS', 'Google', '1 October 2026'])
    expect(text).toContain(words);
  expect(result.value.nameParts).toEqual(['Fraud', 'Autumn', 'MLOps maturity report']);
});

test('narrowed to one questionnaire it names no other vendor, in the document or its file name', async () => {
  const world = await answeredWorld();
  const result = await reportPdf(viewerOf(world), {
    id: world.assessment.id,
    only: 'aws',
    paper: 'us-letter',
  });
  if (!result.ok) throw new Error(result.message);
  const { text } = await readPdf(result.value.pdf);
  expect(text).not.toMatch(/Google|Microsoft/);
  expect(result.value.nameParts).toContain('AWS');
});

test('a questionnaire that the assessment does not have gives no report', async () => {
  const world = await answeredWorld();
  const result = await reportPdf(viewerOf(world), {
    id: world.assessment.id,
    only: 'microsoft',
    paper: 'a4',
  });
  expect(result).toMatchObject({ ok: false, code: 'not-found' });
});

test('another organisation’s assessment is not found', async () => {
  const mine = await aWorld(fresh.db);
  const theirs = await answeredWorld();
  const result = await reportPdf(viewerOf(mine), { id: theirs.assessment.id, paper: 'a4' });
  expect(result).toMatchObject({ ok: false, code: 'not-found' });
});

test('the page on the screen says what the PDF says', async () => {
  const world = await answeredWorld();
  const ctx = viewerOf(world);
  const loaded = await loadAssessment(ctx, world.assessment.id);
  const result = await reportPdf(ctx, { id: world.assessment.id, paper: 'a4' });
  if (loaded === null || !result.ok) throw new Error('expected a report');
  const view = await printedReport(ctx, loaded, null);
  const squeezed = (words: string) => words.replaceAll(/\s|\u200b/g, '');
  const text = squeezed((await readPdf(result.value.pdf)).text);
  const words = [
    ...view.summary.sentences,
    ...view.summary.trust,
    ...view.holds.map(({ lead }) => lead),
    ...view.gaps.steps.map(({ action }) => action),
    ...view.cover.facts.flatMap(({ lines }) => lines),
  ];
  for (const each of words) expect(text).toContain(squeezed(each));
});

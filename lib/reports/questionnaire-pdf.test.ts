import { aWorld } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { domainOrder } from '../domain/answering-order';
import { MODEL_IDS } from '../domain/vocabulary';
import { readPdf } from '../pdf/read-pdf';
import { contextOf } from '../testing';
import { questionnairePdf } from './questionnaire-pdf';

const fresh = freshDb();

async function reading(own: 'microsoft' | 'google' = 'google') {
  const world = await aWorld(fresh.db, { questionnaires: [own] });
  const ctx = contextOf(fresh.db, world, { role: 'viewer' });
  return { world, ctx: { ...ctx, org: { name: world.org.name, questionnaires: [...MODEL_IDS] } } };
}

test('the questionnaire of the organisation asks all its ladders and carries its name', async () => {
  const { ctx } = await reading();
  const result = await questionnairePdf(ctx, { order: 'domains', paper: 'a4' });
  if (!result.ok) throw new Error(result.message);
  expect(result.value.nameParts).toEqual([ctx.org.name, 'MLOps questionnaire']);
  const { pages } = await readPdf(result.value.pdf);
  expect(pages[0]).toContain(ctx.org.name);
  expect(pages[0]).toContain('43 questions');
});

test('that of an assessment is for its team and asks what its questionnaires ask', async () => {
  const { ctx, world } = await reading();
  const assessment = world.assessment.id;
  const result = await questionnairePdf(ctx, { order: 'domains', assessment, paper: 'us-letter' });
  if (!result.ok) throw new Error(result.message);
  const { pages } = await readPdf(result.value.pdf);
  const asked = domainOrder(ctx.content, ['google']).flatMap(({ capabilities }) => capabilities);
  expect(pages[0]).toContain(`${asked.length} questions`);
  expect(pages[0]).toContain(world.team.name);
});

test('a questionnaire that is not asked, and an assessment of others, are not found', async () => {
  const { ctx, world } = await reading();
  const id = world.assessment.id;
  expect(await questionnairePdf(ctx, { order: 'aws', assessment: id, paper: 'a4' })).toMatchObject({
    code: 'not-found',
    message: 'This assessment has no AWS questionnaire.',
  });
  const { ctx: other } = await reading();
  expect(await questionnairePdf(other, { order: 'domains', assessment: id, paper: 'a4' })).toMatchObject({
    code: 'not-found',
  });
});

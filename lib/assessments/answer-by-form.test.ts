import { answerOf, insertAnswer } from '@/db/answers';
import { commit } from '@/db/commit';
import { aUser, anAnswer, aWorld, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { pieceKey } from '../domain/evidence';
import { contextOf } from '../testing';
import { answerByForm, answerFormInput } from './answer-by-form';

const fresh = freshDb();

const formOf = ({ org, assessment }: World, fields: Record<string, string>) => ({
  org: org.slug,
  id: assessment.id,
  capability: 'rollback',
  seen: '0',
  ...fields,
});

const post = (world: World, fields: Record<string, string>) =>
  answerByForm(contextOf(fresh.db, world), answerFormInput.parse(formOf(world, fields)));

const stored = ({ org, assessment }: World, capability = 'rollback') =>
  answerOf(fresh.db, org.id, assessment.id, capability);

test('a posted question is saved and goes on to the next that this assessment asks', async () => {
  const world = await aWorld(fresh.db);
  const fields = { choice: '3', note: 'one\r\ntwo', evidenceTitle: 'The run', flagged: 'on' };
  expect(await post(world, fields)).toEqual({ ok: true, value: '?at=service-monitoring' });
  expect(await stored(world)).toMatchObject({
    value: { rung: 3 },
    note: 'one\ntwo',
    evidence: [{ title: 'The run', by: 'Ada', on: '2026-10-01' }],
    flagged: true,
  });
});

test('going on without saying anything stores nothing', async () => {
  const world = await aWorld(fresh.db);
  expect(await post(world, {})).toMatchObject({ ok: true });
  expect(await stored(world)).toBeUndefined();
});

test('going on in a vendor’s order stays in it', async () => {
  const world = await aWorld(fresh.db);
  expect(await post(world, { order: 'aws' })).toMatchObject({ value: expect.stringContaining('order=aws') });
  expect(await post(world, { order: 'microsoft' })).toMatchObject({
    value: expect.not.stringContaining('order'),
  });
});

test('evidence is added to what there is, and one piece is taken away', async () => {
  const world = await aWorld(fresh.db);
  await commit(fresh.db, (tx) => [
    insertAnswer(tx, anAnswer(world, { evidence: [{ title: 'One' }, { title: 'Two' }] })),
  ]);
  await post(world, { seen: '1', choice: '2', evidenceTitle: 'Three', evidenceUrl: 'https://example.org' });
  await post(world, { seen: '2', choice: '2', go: 'drop-0' });
  expect((await stored(world))?.evidence).toEqual([
    { title: 'Two' },
    { title: 'Three', url: 'https://example.org', by: 'Ada', on: '2026-10-01' },
  ]);
});

test('the same piece posted twice is there once, and says what the later post says', async () => {
  const world = await aWorld(fresh.db);
  const run = { evidenceTitle: 'The run', evidenceUrl: 'https://example.org', evidenceNote: 'page 3' };
  await post(world, { choice: '2', ...run });
  await post(world, { seen: '1', choice: '2', ...run, evidenceNote: '', evidenceRung: '2' });
  expect((await stored(world))?.evidence).toEqual([
    { title: 'The run', url: 'https://example.org', note: 'page 3', rung: 2, by: 'Ada', on: '2026-10-01' },
  ]);
});

test('a piece says for which rung, for or against and until when; one of another answer is used again and signed anew', async () => {
  const world = await aWorld(fresh.db);
  const run = { title: 'The run', url: 'https://example.org', until: '2027-01-01' };
  const there = { ...run, rung: 1 as const, against: true as const, by: 'Ben Adu', on: '2026-09-01' };
  await commit(fresh.db, (tx) => [
    insertAnswer(tx, anAnswer(world, { capability: 'model-deployment', evidence: [there] })),
  ]);
  const said = { evidenceAgainst: 'on', evidenceRung: '3', evidenceUntil: '2026-12-31' };
  await post(world, { choice: '3', evidenceTitle: 'Incident 7', ...said });
  await post(world, { seen: '1', choice: '3', evidenceUsed: pieceKey(run) });
  await post(world, { seen: '2', choice: '3', evidenceUsed: 'not there' });
  const signature = { by: 'Ada', on: '2026-10-01' };
  expect((await stored(world))?.evidence).toEqual([
    { title: 'Incident 7', against: true, rung: 3, until: '2026-12-31', ...signature },
    { ...run, ...signature },
  ]);
});

test('not applicable keeps who agreed and until when', async () => {
  const world = await aWorld(fresh.db);
  const fields = { choice: 'n', reason: 'One model.', approvedBy: 'Ada', reviewOn: '2027-01-01' };
  const form = formOf(world, { ...fields, capability: 'feature-store' });
  await answerByForm(contextOf(fresh.db, world), answerFormInput.parse(form));
  expect((await stored(world, 'feature-store'))?.value).toEqual({
    notApplicable: true,
    ...{ reason: 'One model.', approvedBy: 'Ada', reviewOn: '2027-01-01' },
  });
});

test('a twenty-first piece of evidence is refused', async () => {
  const world = await aWorld(fresh.db);
  const evidence = Array.from({ length: 20 }, (_, index) => ({ title: `Piece ${index}` }));
  await commit(fresh.db, (tx) => [insertAnswer(tx, anAnswer(world, { evidence }))]);
  expect(await post(world, { seen: '1', choice: '2', evidenceTitle: 'One more' })).toMatchObject({
    ok: false,
    code: 'invalid',
  });
});

test('looking at what vendors say first is written into the answer and stays there', async () => {
  const world = await aWorld(fresh.db);
  expect(await post(world, { go: 'look' })).toEqual({ ok: true, value: '?at=rollback' });
  await post(world, { seen: '1', choice: '2' });
  expect(await stored(world)).toMatchObject({ value: { rung: 2 }, vendorsSeenFirst: true });
});

test('who is overtaken is told what the other said', async () => {
  const world = await aWorld(fresh.db);
  const ben = aUser({ name: 'Ben Adu' });
  await commit(fresh.db, (tx) => [
    insertUser(tx, ben),
    insertAnswer(tx, anAnswer(world, { value: { rung: 4 }, note: 'Since March.', updatedBy: ben.id })),
  ]);
  expect(await post(world, { choice: '1' })).toMatchObject({
    ok: false,
    code: 'conflict',
    message: expect.stringMatching(/Ben Adu chose 4 .*“Since March\.”/),
  });
  expect((await stored(world))?.value).toEqual({ rung: 4 });
});

test.each([
  ['not applicable without a reason', { choice: 'n' }, 'reason'],
  ['an address without a name', { evidenceUrl: 'https://example.org' }, 'evidenceTitle'],
  ['an address that is none', { evidenceTitle: 'a', evidenceUrl: 'example.org' }, 'evidenceUrl'],
  ['a rung that is none', { choice: '5' }, 'choice'],
  ['an address that runs', { evidenceTitle: 'a', evidenceUrl: 'javascript:alert(1)' }, 'evidenceUrl'],
  ['a day that is none', { evidenceTitle: 'a', evidenceUntil: '2026-02-30' }, 'evidenceUntil'],
  ['a review on no day', { choice: 'n', reason: 'One model.', reviewOn: 'soon' }, 'reviewOn'],
])('%s is refused beside its field', (_what, fields, field) => {
  const world = { org: { slug: 'o' }, assessment: { id: 'a' } } as World;
  const parsed = answerFormInput.safeParse(formOf(world, fields));
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

import { readFileSync } from 'node:fs';
import { answersOf, statedOf } from '@/db/answers';
import { aWorld, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { contextOf } from '../testing';
import { answerSheet } from './answer-sheet';
import { exportAssessment } from './export-assessment';
import { importAnswers, importAnswersInput, type AnswersImport } from './import-answers';
import { saveAnswer } from './save-answer';
import { answerInput } from './testing';

const fresh = freshDb();

const fileOf = (text: string | Uint8Array, name = 'answers.yaml') =>
  new File([typeof text === 'string' ? text : new Uint8Array(text)], name);

const yaml = (answers: string, more = '') =>
  fileOf(`rungs: 1\nsubject: Fraud\ndate: 2026-10-01\nanswers:\n${answers}${more}`);

async function run(world: World, input: Record<string, unknown>) {
  const { org, assessment } = world;
  return importAnswers(
    contextOf(fresh.db, world),
    importAnswersInput.parse({ org: org.slug, id: assessment.id, ...input }),
  );
}

async function looked(world: World, file: File): Promise<AnswersImport> {
  const result = await run(world, { file });
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const taking = ({ arriving, shown }: AnswersImport, ...take: string[]) => ({
  arriving,
  shown,
  take,
  go: 'import',
});

const stored = async ({ org, assessment }: World) =>
  Object.fromEntries(
    (await answersOf(fresh.db, org.id, assessment.id)).map(({ capability, value, note }) => [
      capability,
      { value, note },
    ]),
  );

test('looking at a file writes nothing and tells each line', async () => {
  const world = await aWorld(fresh.db);
  await saveAnswer(contextOf(fresh.db, world), answerInput(world, { note: 'one click' }));
  const { lines, written } = await looked(
    world,
    yaml('  rollback: { rung: 3 }\n  feature-store: { rung: 1 }\n  teleport: { rung: 1 }\n'),
  );
  expect(lines.map(({ line, outcome, kept, arriving }) => [line, outcome, kept, arriving])).toEqual([
    [5, 'differs', '2 Agreed · “one click”', '3 Automatic'],
    [6, 'added', '', '1 By hand'],
    [7, 'refused', '', ''],
  ]);
  expect([written, await stored(world)]).toEqual([
    null,
    { rollback: { value: { rung: 2 }, note: 'one click' } },
  ]);
});

test('only what was ticked is written, with statements, and what the file leaves out stays', async () => {
  const world = await aWorld(fresh.db);
  await saveAnswer(contextOf(fresh.db, world), answerInput(world, { note: 'one click' }));
  const criterion = contextOf(fresh.db, world).content.models.aws.criteria[0]?.id ?? '';
  const seen = await looked(
    world,
    yaml(
      '  rollback: { rung: 3 }\n  feature-store: { rung: 1 }\n',
      `stated:\n  ${criterion}: { holds: true }\n`,
    ),
  );
  const result = await run(world, taking(seen, 'answer:rollback', `statement:${criterion}`));
  expect(result).toMatchObject({ ok: true, value: { written: 2 } });
  expect(await stored(world)).toEqual({ rollback: { value: { rung: 3 }, note: 'one click' } });
  expect(await statedOf(fresh.db, world.org.id, world.assessment.id)).toMatchObject([
    { criterion, holds: true },
  ]);
});

test('what changed since it was shown is shown again, and nothing is written', async () => {
  const world = await aWorld(fresh.db);
  const seen = await looked(world, yaml('  rollback: { rung: 3 }\n'));
  await saveAnswer(contextOf(fresh.db, world), answerInput(world));
  const result = await run(world, taking(seen, 'answer:rollback'));
  expect(result).toMatchObject({
    ok: true,
    value: { written: null, anew: true, lines: [{ outcome: 'differs', kept: '2 Agreed' }] },
  });
  expect(await stored(world)).toEqual({ rollback: { value: { rung: 2 }, note: null } });
});

test('two who take the same file at once: one writes, the other is told, and nothing is there twice', async () => {
  const world = await aWorld(fresh.db);
  const seen = await looked(world, yaml('  rollback: { rung: 3 }\n'));
  const results = await Promise.all([1, 2].map(() => run(world, taking(seen, 'answer:rollback'))));
  const written = results.filter((result) => result.ok && result.value.written === 1);
  expect(written).toHaveLength(1);
  expect(await stored(world)).toEqual({ rollback: { value: { rung: 3 }, note: null } });
});

test('the answer sheet that was taken comes back with nothing new', async () => {
  const world = await aWorld(fresh.db);
  await saveAnswer(contextOf(fresh.db, world), answerInput(world, { note: 'one click' }));
  const sheet = await answerSheet(contextOf(fresh.db, world), { id: world.assessment.id });
  if (!sheet.ok) throw new Error(sheet.message);
  const { lines } = await looked(world, fileOf(sheet.value.workbook, 'answers.xlsx'));
  expect(lines).toMatchObject([{ line: expect.any(Number), outcome: 'as it is' }]);
});

test('the file of an assessment goes into another, and then again changes nothing', async () => {
  const [from, to] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  await saveAnswer(contextOf(fresh.db, from), answerInput(from, { note: 'one click' }));
  const file = await exportAssessment(contextOf(fresh.db, from), { id: from.assessment.id });
  if (!file.ok) throw new Error(file.message);
  const seen = await looked(to, fileOf(file.value.yaml));
  await run(to, taking(seen, 'answer:rollback'));
  expect(await stored(to)).toEqual(await stored(from));
  expect((await looked(to, fileOf(file.value.yaml))).lines).toMatchObject([{ outcome: 'as it is' }]);
});

test.each<[string, () => File, RegExp]>([
  ['no file', () => fileOf(''), /^Choose a file first/],
  ['a huge file', () => fileOf('x'.repeat(2_000_001)), /at most 2 MB/],
  ['another text', () => fileOf('hello'), /^Line 1/],
  ['a rung out of range', () => yaml('  rollback: { rung: 9 }\n'), /rung/],
  ['a picture', () => fileOf(new Uint8Array(readFileSync('app/icon.svg')).slice(0, 50)), /./],
  ['a broken workbook', () => fileOf(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 'a.xlsx'), /no workbook/],
])('%s is refused with a sentence at the file', async (_, file, words) => {
  const world = await aWorld(fresh.db);
  const result = await run(world, { file: file() });
  expect(result).toMatchObject({ ok: false, code: 'invalid' });
  expect(result.ok ? '' : result.fields?.['file']).toMatch(words);
});

test.each(['', '{', '{"answers":[{}]}', '[]'])('a forged reading is refused: %s', async (arriving) => {
  const world = await aWorld(fresh.db);
  expect(await run(world, { arriving, go: 'import', take: 'answer:rollback' })).toMatchObject({
    ok: false,
    code: 'invalid',
  });
});

test('another organisation has no such assessment, and a finished one takes no file', async () => {
  const [world, other] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  const input = importAnswersInput.parse({
    org: other.org.slug,
    id: world.assessment.id,
    file: yaml('  rollback: { rung: 3 }\n'),
  });
  expect(await importAnswers(contextOf(fresh.db, other), input)).toMatchObject({ code: 'not-found' });
  const done = await aWorld(fresh.db, { status: 'finished' });
  expect(await run(done, { file: yaml('  rollback: { rung: 3 }\n') })).toMatchObject({ code: 'finished' });
});

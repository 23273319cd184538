import { readdirSync, readFileSync } from 'node:fs';
import { answerOf } from '@/db/answers';
import { commit } from '@/db/commit';
import { aUser, aWorld, anAnswer, minutesLater, type World } from '@/db/fixtures';
import { insertPastAnswer } from '@/db/past-answers';
import type { User } from '@/db/schema/people';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { contextOf } from '../testing';
import { answerHistory, putBackAnswer } from './answer-history';
import { finishAssessment } from './finish-assessment';
import { saveAnswer, type SaveAnswerInput } from './save-answer';
import { answerInput } from './testing';

const fresh = freshDb();

async function colleague(): Promise<User> {
  const user = aUser({ name: 'Ben Adu' });
  await commit(fresh.db, (tx) => [insertUser(tx, user)]);
  return user;
}

async function save(
  world: World,
  body: Partial<SaveAnswerInput['body']>,
  minutes: number,
  user = world.user,
) {
  const saved = await saveAnswer(
    contextOf(fresh.db, { ...world, user }, { minutes }),
    answerInput(world, body),
  );
  if (!saved.ok) throw new Error(saved.message);
}

async function historyOf(world: World, before?: number) {
  const { id } = world.assessment;
  const history = await answerHistory(contextOf(fresh.db, world), { id, capability: 'rollback', before });
  if (history === null) throw new Error('there is no history');
  return history;
}

const putBack = (world: World, version: number, seen: number) =>
  putBackAnswer(contextOf(fresh.db, world, { minutes: 30 }), {
    ...{ org: world.org.slug, id: world.assessment.id, capability: 'rollback', version, seen },
  });

const stored = ({ org, assessment }: World) => answerOf(fresh.db, org.id, assessment.id, 'rollback');

test('what an answer was stands there with who said it and when, newest first', async () => {
  const world = await aWorld(fresh.db);
  const ben = await colleague();
  const evidence = [{ title: 'The run', url: 'https://example.org/run' }];
  await save(world, { note: 'By hand.', evidence }, 1);
  await save(world, { seen: 1, choice: { rung: 3 }, note: null, flagged: true }, 2, ben);
  await save(world, { seen: 2, choice: { notApplicable: true, reason: 'No models.' } }, 3).catch(() => {});
  await save(world, { seen: 2, choice: { unknown: true } }, 3);
  const { now, versions, older, mayPutBack } = await historyOf(world);
  expect(now).toMatchObject({ choice: { unknown: true }, by: 'Ada', version: 3 });
  expect(versions).toEqual([
    {
      ...{ version: 2, choice: { rung: 3 }, note: null, evidence: [], flagged: true },
      ...{ vendorsSeenFirst: false, by: 'Ben Adu', at: minutesLater(2).toISOString(), asNow: false },
    },
    {
      ...{ version: 1, choice: { rung: 2 }, note: 'By hand.', flagged: false },
      evidence: evidence.map((piece) => ({ ...piece, by: 'Ada', on: '2026-10-01' })),
      ...{ vendorsSeenFirst: false, by: 'Ada', at: minutesLater(1).toISOString(), asNow: false },
    },
  ]);
  expect([older, mayPutBack]).toEqual([null, true]);
});

test('what was only typed on is one version, and what somebody else wrote never goes', async () => {
  const world = await aWorld(fresh.db);
  const ben = await colleague();
  await save(world, { note: 'We' }, 1);
  await save(world, { seen: 1, note: 'We have' }, 1);
  await save(world, { seen: 2, note: 'We have it.' }, 2);
  await save(world, { seen: 3, note: 'We have it. Ben.' }, 2, ben);
  await save(world, { seen: 4, note: 'Something else.' }, 2, ben);
  const { versions } = await historyOf(world);
  expect(versions.map(({ note, by }) => [note, by])).toEqual([
    ['We have it. Ben.', 'Ben Adu'],
    ['We have it.', 'Ada'],
  ]);
});

test('a version that is put back replaces what stood, which is kept and can be put back too', async () => {
  const world = await aWorld(fresh.db);
  await save(world, { note: 'By hand.', vendorsSeenFirst: true }, 1);
  await save(world, { seen: 1, choice: { rung: 4 }, note: 'Of itself.', flagged: true }, 2);
  expect(await putBack(world, 1, 2)).toMatchObject({ ok: true, value: { version: 3 } });
  expect(await stored(world)).toMatchObject({
    ...{ value: { rung: 2 }, note: 'By hand.', flagged: false, vendorsSeenFirst: true },
  });
  expect((await historyOf(world)).versions.map(({ version, note, asNow }) => [version, note, asNow])).toEqual(
    [
      [2, 'Of itself.', false],
      [1, 'By hand.', true],
    ],
  );
  expect(await putBack(world, 2, 3)).toMatchObject({ ok: true });
  expect(await stored(world)).toMatchObject({
    value: { rung: 4 },
    note: 'Of itself.',
    vendorsSeenFirst: true,
  });
});

test('nothing is put back over what somebody changed since one looked, and one reads who', async () => {
  const world = await aWorld(fresh.db);
  const ben = await colleague();
  await save(world, { note: 'One.' }, 1);
  await save(world, { seen: 1, note: 'Two.' }, 2);
  await save(world, { seen: 2, note: 'Three.' }, 3, ben);
  expect(await putBack(world, 1, 2)).toMatchObject({
    ok: false,
    code: 'conflict',
    message:
      'Nothing was put back: the answer was changed by Ben Adu meanwhile. It is shown below; decide again.',
  });
  expect(await stored(world)).toMatchObject({ note: 'Three.' });
});

test('a finished assessment shows its history, and nothing is put back', async () => {
  const world = await aWorld(fresh.db);
  await save(world, { note: 'One.' }, 1);
  await save(world, { seen: 1, choice: { rung: 4 } }, 2);
  const ctx = contextOf(fresh.db, world);
  expect((await finishAssessment(ctx, { org: world.org.slug, id: world.assessment.id })).ok).toBe(true);
  expect(await historyOf(world)).toMatchObject({ mayPutBack: false, versions: [{ note: 'One.' }] });
  expect(await putBack(world, 1, 2)).toMatchObject({ ok: false, code: 'finished' });
});

test('a version, a ladder or an assessment that there is not is not there, nor is another organisation’s', async () => {
  const [world, other] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  await save(world, { note: 'One.' }, 1);
  await save(world, { seen: 1, choice: { rung: 4 } }, 2);
  expect(await putBack(world, 9, 2)).toMatchObject({ code: 'not-found' });
  expect(await putBack({ ...world, org: other.org }, 1, 2)).toMatchObject({ code: 'not-found' });
  const ctx = contextOf(fresh.db, world);
  const { id } = world.assessment;
  expect(await answerHistory(ctx, { id, capability: 'no-such-ladder' })).toBeNull();
  expect(await answerHistory(contextOf(fresh.db, other), { id, capability: 'rollback' })).toBeNull();
});

test('a long history goes on from page to page', async () => {
  const world = await aWorld(fresh.db);
  await save(world, { note: 'Now.' }, 1);
  const past = Array.from({ length: 52 }, (_, index) => ({ version: index + 1, note: `Note ${index}.` }));
  await commit(fresh.db, (tx) => past.map((row) => insertPastAnswer(tx, { ...anAnswer(world), ...row })));
  const first = await historyOf(world);
  expect([first.versions.length, first.older]).toEqual([50, 3]);
  const next = await historyOf(world, first.older ?? undefined);
  expect([next.versions.map(({ note }) => note), next.older]).toEqual([['Note 1.', 'Note 0.'], null]);
});

test('an answer is replaced in one place alone, which keeps what it was', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(test|testing)\.ts$/.test(file))
    .map((file) => `lib/${file}`);
  const replacing = files.filter((file) => /\bupdateAnswer\(/.test(readFileSync(file, 'utf8')));
  expect(replacing).toEqual(['lib/assessments/replace-answer.ts']);
});

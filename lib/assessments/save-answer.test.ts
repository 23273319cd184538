import { answerOf, answersOf } from '@/db/answers';
import { setFinished, touchDraft } from '@/db/assessments';
import { auditOf } from '@/db/audit';
import { commit, exactlyOne } from '@/db/commit';
import { aUser, aWorld, minutesLater, type World } from '@/db/fixtures';
import type { User } from '@/db/schema/people';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { realContent } from '../domain/testing';
import { contextOf } from '../testing';
import { answerInput } from './testing';
import { saveAnswer, saveAnswerInput, type SaveAnswerInput } from './save-answer';

const fresh = freshDb();
const content = realContent();

const save = (world: World, body: Partial<SaveAnswerInput['body']> = {}, capability = 'rollback') =>
  saveAnswer(contextOf(fresh.db, world), answerInput(world, body, capability));

const stored = ({ org, assessment }: World, capability = 'rollback') =>
  answerOf(fresh.db, org.id, assessment.id, capability);

const auditCount = async ({ org }: World) => (await auditOf(fresh.db, org.id, { limit: 100 })).length;

async function colleague(): Promise<User> {
  const user = aUser({ name: 'Ben Adu' });
  await commit(fresh.db, (tx) => [insertUser(tx, user)]);
  return user;
}

async function finish({ assessment, org, user }: World): Promise<void> {
  const version = 1;
  await commit(fresh.db, (tx) => [
    exactlyOne(
      setFinished(
        tx,
        { orgId: org.id, id: assessment.id, version },
        {
          finishedAt: minutesLater(1),
          finishedBy: user.id,
        },
      ),
      () => new Error('not at version 1'),
    ),
  ]);
}

test('an answer is stored whole, with who gave it and when, and the audit row is in the same commit', async () => {
  const world = await aWorld(fresh.db);
  const evidence = [{ title: 'The run', url: 'https://example.org/run' }];
  const result = await save(world, { note: 'By script.', evidence, flagged: true, vendorsSeenFirst: true });
  expect(result).toEqual({ ok: true, value: { version: 1, savedAt: minutesLater(5).toISOString() } });
  expect(await stored(world)).toEqual({
    orgId: world.org.id,
    assessmentId: world.assessment.id,
    capability: 'rollback',
    value: { rung: 2 },
    note: 'By script.',
    evidence: [{ ...evidence[0], by: 'Ada', on: '2026-10-01' }],
    flagged: true,
    vendorsSeenFirst: true,
    version: 1,
    updatedAt: minutesLater(5),
    updatedBy: world.user.id,
  });
  expect(await auditOf(fresh.db, world.org.id, { limit: 10 })).toMatchObject([
    {
      actorId: world.user.id,
      action: 'assessment.answer',
      resourceId: world.assessment.id,
      detail: { capability: 'rollback' },
    },
  ]);
});

test('who added evidence is said by the server: the first for good, whatever a later request claims', async () => {
  const world = await aWorld(fresh.db);
  const ben = await colleague();
  const run = { title: 'The run', url: 'https://example.org/run', by: 'Mallory', on: '1999-01-01' };
  await save(world, { evidence: [run] });
  const later = contextOf(fresh.db, { ...world, user: ben }, { minutes: 60 * 24 });
  const more = { ...run, rung: 3 as const, until: '2027-01-01' };
  await saveAnswer(
    later,
    answerInput(world, { seen: 1, evidence: [more, { title: 'Incident 7', against: true }] }),
  );
  expect((await stored(world))?.evidence).toEqual([
    { ...run, rung: 3, until: '2027-01-01', by: 'Ada', on: '2026-10-01' },
    { title: 'Incident 7', against: true, by: 'Ben Adu', on: '2026-10-02' },
  ]);
});

test('the same answer sent again is the same, though the server signed its evidence and a day has passed', async () => {
  const world = await aWorld(fresh.db);
  const input = answerInput(world, { evidence: [{ title: 'The run', rung: 2, until: '2027-01-01' }] });
  const first = await saveAnswer(contextOf(fresh.db, world), input);
  const again = await saveAnswer(contextOf(fresh.db, world, { minutes: 60 * 24 }), input);
  expect(again).toEqual(first);
  const other = answerInput(world, { evidence: [{ title: 'The run', rung: 3, until: '2027-01-01' }] });
  expect(await saveAnswer(contextOf(fresh.db, world), other)).toMatchObject({ ok: false, code: 'conflict' });
});

test('who agreed that it does not apply, and until when, is kept with the reason', async () => {
  const world = await aWorld(fresh.db);
  const choice = {
    notApplicable: true as const,
    ...{ reason: 'One model.', approvedBy: 'Ada', reviewOn: '2027-01-01' },
  };
  await save(world, { choice }, 'feature-store');
  expect((await stored(world, 'feature-store'))?.value).toEqual(choice);
});

test('who answers on what somebody else changed meanwhile is shown the other words, and nothing is overwritten', async () => {
  const world = await aWorld(fresh.db);
  const ben = await colleague();
  await save(world);
  await saveAnswer(
    contextOf(fresh.db, { ...world, user: ben }, { minutes: 6 }),
    answerInput(world, { seen: 1, choice: { rung: 3 }, note: 'Since March.' }),
  );
  expect(await save(world, { seen: 1, choice: { rung: 1 } })).toEqual({
    ok: false,
    code: 'conflict',
    message: 'Changed by Ben Adu meanwhile.',
    detail: {
      value: { rung: 3 },
      note: 'Since March.',
      evidence: [],
      flagged: false,
      vendorsSeenFirst: false,
      version: 2,
      by: 'Ben Adu',
      byYou: false,
      at: minutesLater(6).toISOString(),
    },
  });
  expect(await stored(world)).toMatchObject({ value: { rung: 3 }, version: 2, updatedBy: ben.id });
  expect(await auditCount(world)).toBe(2);
});

test('a person’s own newer words on another device are a conflict too, and named as theirs', async () => {
  const world = await aWorld(fresh.db);
  await save(world);
  expect(await save(world, { choice: { rung: 4 } })).toMatchObject({
    ok: false,
    code: 'conflict',
    detail: { byYou: true, version: 1, value: { rung: 2 } },
  });
});

test('repeating what did not come through as acknowledged is no conflict and writes nothing again', async () => {
  const world = await aWorld(fresh.db);
  const first = await save(world, { choice: { notApplicable: true, reason: 'None.' } }, 'feature-store');
  const again = await save(world, { choice: { notApplicable: true, reason: 'None.' } }, 'feature-store');
  expect(again).toEqual(first);
  expect(await auditCount(world)).toBe(1);
});

test('another organisation’s assessment is not found, and neither is an unknown one or an unknown capability', async () => {
  const [mine, other] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  const asMe = contextOf(fresh.db, mine);
  const results = [
    await saveAnswer(asMe, answerInput(other)),
    await saveAnswer(asMe, { ...answerInput(mine), id: 'none' }),
    await saveAnswer(asMe, answerInput(mine, {}, 'no-such-ladder')),
  ];
  expect(results.map((result) => !result.ok && result.code)).toEqual(['not-found', 'not-found', 'not-found']);
  expect(await answersOf(fresh.db, other.org.id, other.assessment.id)).toEqual([]);
});

test('a finished assessment takes no answer', async () => {
  const world = await aWorld(fresh.db);
  await finish(world);
  expect(await save(world)).toMatchObject({ ok: false, code: 'finished' });
  expect(await stored(world)).toBeUndefined();
  expect(await auditCount(world)).toBe(0);
});

test('an answer that meets the finishing halfway is either in it or refused as finished', async () => {
  const world = await aWorld(fresh.db);
  const [saved] = await Promise.allSettled([save(world), finish(world)]);
  const result = saved.status === 'fulfilled' ? saved.value : null;
  const row = await stored(world);
  expect(result).toMatchObject(row === undefined ? { ok: false, code: 'finished' } : { ok: true });
});

test('not applicable is refused where the ladder always applies, and stored with its reason where it may not', async () => {
  const world = await aWorld(fresh.db);
  const choice = { notApplicable: true as const, reason: 'One model, no shared inputs.' };
  expect(await save(world, { choice })).toMatchObject({
    ok: false,
    code: 'invalid',
    message: expect.stringContaining('always applies'),
  });
  expect(await save(world, { choice }, 'feature-store')).toMatchObject({ ok: true });
  expect((await stored(world, 'feature-store'))?.value).toEqual(choice);
});

test('what a device kept for one person is not stored as another’s', async () => {
  const world = await aWorld(fresh.db);
  const ben = await colleague();
  const result = await saveAnswer(
    contextOf(fresh.db, { ...world, user: ben }),
    answerInput(world, { as: world.user.id }),
  );
  expect(result).toMatchObject({ ok: false, code: 'signed-out' });
  expect(await stored(world)).toBeUndefined();
  expect(await save(world, { as: world.user.id })).toMatchObject({ ok: true });
});

test('answers to different capabilities that arrive at once all land', async () => {
  const world = await aWorld(fresh.db);
  const ids = content.capabilities.slice(0, 12).map(({ id }) => id);
  const results = await Promise.all(ids.map((id) => save(world, {}, id)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  const rows = await answersOf(fresh.db, world.org.id, world.assessment.id);
  expect(rows.map(({ capability }) => capability).toSorted()).toEqual(ids.toSorted());
  expect(await auditCount(world)).toBe(12);
});

test.each([0, 1])(
  'of answers to one capability that arrive at once on version %i exactly one wins',
  async (seen) => {
    const world = await aWorld(fresh.db);
    if (seen === 1) await save(world, { note: 'Before.' });
    const results = await Promise.all(
      ([0, 1, 2, 3, 4] as const).map((rung) => save(world, { seen, choice: { rung } })),
    );
    const won = results.flatMap((result, rung) => (result.ok ? [rung] : []));
    expect(won).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === 'conflict')).toHaveLength(4);
    expect(await stored(world)).toMatchObject({ value: { rung: won[0] }, version: seen + 1 });
    expect(await auditCount(world)).toBe(seen + 1);
  },
);

test('answering counts the assessment’s version up, so that finishing notices', async () => {
  const world = await aWorld(fresh.db);
  await save(world);
  await expect(finish(world)).rejects.toThrow('not at version 1');
  await commit(fresh.db, (tx) => [
    exactlyOne(
      touchDraft(tx, { orgId: world.org.id, id: world.assessment.id, updatedAt: minutesLater(9) }),
      () => new Error('finished'),
    ),
  ]);
});

describe('the body of a request', () => {
  const parse = (body: object) =>
    saveAnswerInput.safeParse({ id: 'a', capability: 'rollback', body: { ...whole, ...body } });
  const whole = {
    org: 'harbour',
    seen: 0,
    choice: null,
    note: null,
    evidence: [],
    flagged: false,
    vendorsSeenFirst: false,
  };

  test('a note alone is an answer without a choice', () => {
    expect(parse({ note: 'Ask Ben.' }).success).toBe(true);
  });

  test.each([
    ['a sixth rung', { choice: { rung: 5 } }],
    ['half a rung', { choice: { rung: 1.5 } }],
    ['not applicable without a reason', { choice: { notApplicable: true, reason: ' ' } }],
    ['two choices in one', { choice: { rung: 1, unknown: true } }],
    ['a note of 4,001 characters', { note: 'x'.repeat(4_001) }],
    ['a control character', { note: 'a\u0000b' }],
    ['half a character', { note: '\ud800' }],
    ['evidence with a script for an address', { evidence: [{ title: 'a', url: 'javascript:alert(1)' }] }],
    ['21 pieces of evidence', { evidence: Array.from({ length: 21 }, () => ({ title: 'a' })) }],
    ['evidence for a rung there is not', { evidence: [{ title: 'a', rung: 5 }] }],
    ['evidence until a day there is not', { evidence: [{ title: 'a', until: '2026-02-30' }] }],
    [
      'not applicable with a name of 121 characters',
      { choice: { notApplicable: true, reason: 'x', approvedBy: 'y'.repeat(121) } },
    ],
    [
      'not applicable until some day',
      { choice: { notApplicable: true, reason: 'x', reviewOn: 'next year' } },
    ],
    ['a key that nobody knows', { score: 4 }],
  ])('%s is refused', (_what, body) => {
    expect(parse(body).success).toBe(false);
  });
});

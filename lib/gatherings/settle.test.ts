import { answersOf } from '@/db/answers';
import { freshDb } from '@/db/testing';
import { openedAnswersOf } from '@/db/own-answers';
import { settlementsOf } from '@/db/settlements';
import type { World } from '@/db/fixtures';
import { discussionOf } from './discussion-of';
import { openGathering } from './open-gathering';
import { settle, settleInput } from './settle';
import { settleAgreed } from './settle-agreed';
import { askContext, blindWorld, must, sayAlone } from './testing';

const fresh = freshDb();

/** Three people who each said something of two capabilities, opened. */
async function openedWorld(
  marks: { rollback: number[]; other: number[] } = { rollback: [1, 2, 4], other: [3, 3, 3] },
) {
  const { world, people } = await blindWorld(fresh.db, ['Ben', 'Cleo', 'Dan']);
  for (const [index, user] of people.entries()) {
    const evidence = index === 0 ? [{ title: 'Runbook', url: 'https://example.org/r' }] : [];
    const rung = (value: number | undefined) => ({ rung: (value ?? 0) as 0 });
    await sayAlone(fresh.db, world, user, {
      choice: rung(marks.rollback[index]),
      note: `said ${index}`,
      evidence,
    });
    await sayAlone(fresh.db, world, user, { choice: rung(marks.other[index]) }, 'feature-store');
  }
  must(await openGathering(askContext(fresh.db, world), { id: world.assessment.id }));
  return { world, people };
}

const input = (world: World, more: Record<string, unknown>) =>
  settleInput.parse({
    ...{
      org: world.org.slug,
      id: world.assessment.id,
      capability: 'rollback',
      seen: 0,
      note: '',
      go: 'agree',
    },
    ...more,
  });

const sharedOf = async ({ org, assessment }: World, capability = 'rollback') =>
  (await answersOf(fresh.db, org.id, assessment.id)).find((each) => each.capability === capability);

test('what is agreed on becomes the shared answer, with the evidence that was named, and what each said stays beside it', async () => {
  const { world } = await openedWorld();
  const ctx = askContext(fresh.db, world);
  const settled = must(await settle(ctx, input(world, { choice: '2', note: 'by script\r\nsince May' })));
  expect(settled.next).not.toBeNull();
  expect(await sharedOf(world)).toMatchObject({
    ...{ value: { rung: 2 }, note: 'by script\nsince May', version: 1 },
    evidence: [{ title: 'Runbook', url: 'https://example.org/r' }],
  });
  const said = await openedAnswersOf(fresh.db, world.org.id, world.assessment.id);
  const notes = said.filter(({ capability }) => capability === 'rollback').map(({ note }) => note);
  expect(new Set(notes)).toEqual(new Set(['said 0', 'said 1', 'said 2']));
  const { discussion } = must(await discussionOf(ctx, world.assessment.id));
  expect(discussion.items.find(({ capability }) => capability === 'rollback')).toMatchObject({
    ...{ state: 'agreed', unanimous: null },
    voices: [{ who: 'Ben' }, { who: 'Cleo' }, { who: 'Dan' }],
  });
});

test('two facilitators who settle the same at once: one succeeds, the other is told, and nothing is overwritten', async () => {
  const { world } = await openedWorld();
  const results = await Promise.all(
    ['1', '3'].map((choice) => settle(askContext(fresh.db, world), input(world, { choice }))),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ code: 'conflict' });
  expect(await sharedOf(world)).toMatchObject({ version: 1 });
});

test('one that is settled can be settled anew by who saw it, and not by who did not', async () => {
  const { world } = await openedWorld();
  const ctx = askContext(fresh.db, world);
  must(await settle(ctx, input(world, { choice: '2' })));
  expect(await settle(ctx, input(world, { choice: '4' }))).toMatchObject({ code: 'conflict' });
  must(await settle(ctx, input(world, { choice: '4', seen: 1 })));
  expect(await sharedOf(world)).toMatchObject({ value: { rung: 4 }, version: 2 });
});

test('what is parked has no answer, and can be taken up again', async () => {
  const { world } = await openedWorld();
  const ctx = askContext(fresh.db, world);
  const states = async () =>
    (await settlementsOf(fresh.db, world.org.id, world.assessment.id)).map(({ state }) => state);
  must(await settle(ctx, input(world, { go: 'park' })));
  expect([await states(), await sharedOf(world)]).toEqual([['parked'], undefined]);
  must(await settle(ctx, input(world, { go: 'again' })));
  expect(await states()).toEqual([]);
});

test('all on which everybody agreed is taken over at once, and nothing else', async () => {
  const { world } = await openedWorld();
  const ctx = askContext(fresh.db, world);
  expect(must(await settleAgreed(ctx, { id: world.assessment.id }))).toBe(1);
  expect(await sharedOf(world, 'feature-store')).toMatchObject({ value: { rung: 3 } });
  expect(await sharedOf(world)).toBeUndefined();
  expect(await settleAgreed(ctx, { id: world.assessment.id })).toMatchObject({
    message: 'There is nothing left on which all agreed.',
  });
});

test('nothing is read or settled before it is opened, nor by another organisation', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben']);
  for (const user of people) await sayAlone(fresh.db, world, user);
  const ctx = askContext(fresh.db, world);
  for (const result of [
    await discussionOf(ctx, world.assessment.id),
    await settle(ctx, input(world, { choice: '2' })),
    await settleAgreed(ctx, { id: world.assessment.id }),
  ])
    expect(result).toMatchObject({ ok: false, code: 'finished' });
  const { world: other } = await blindWorld(fresh.db, []);
  const elsewhere = askContext(fresh.db, other);
  expect(await discussionOf(elsewhere, world.assessment.id)).toMatchObject({ code: 'not-found' });
  expect(await settle(elsewhere, input(world, { choice: '2' }))).toMatchObject({ code: 'not-found' });
});

test.each<[string, Record<string, unknown>, RegExp]>([
  ['nothing chosen', {}, /choose what was agreed on/],
  ['a rung out of range', { choice: '7' }, /./],
  ['not applicable without a reason', { choice: 'n' }, /say why it does not apply/],
  ['a note too long', { choice: '2', note: 'x'.repeat(4_001) }, /at most 4,000/],
])('%s is refused by name', (_, more, words) => {
  const parsed = settleInput.safeParse({
    ...{ org: 'o', id: 'i', capability: 'rollback', seen: 0, note: '', go: 'agree' },
    ...more,
  });
  expect(parsed.error?.issues[0]?.message).toMatch(words);
});

test('an unknown capability, and one that always applies, are refused', async () => {
  const { world } = await openedWorld();
  const ctx = askContext(fresh.db, world);
  expect(await settle(ctx, input(world, { capability: 'teleport', choice: '2' }))).toMatchObject({
    code: 'not-found',
  });
});

import { insertAnswer } from '@/db/answers';
import { commit } from '@/db/commit';
import { anAnswer } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { finishAssessment } from '../assessments/finish-assessment';
import { mailServer } from '../mail-testing';
import { closeRound } from './close-round';
import { anOpenRound, contextNow, SITE, worldWithUnit } from './testing';
import { watchRounds } from './watch-rounds';

const fresh = freshDb();

let server: Awaited<ReturnType<typeof mailServer>>;

// The environment is read once, at first use.
beforeAll(async () => {
  server = await mailServer();
  Object.assign(process.env, server.settings, {
    NEXTAUTH_URL: SITE,
    NEXTAUTH_SECRET: 'only for this test, never anywhere else',
  });
});
afterAll(() => server.close());

test('when a round closes, who asked for it gets one mail with the sentence and the page', async () => {
  const world = await worldWithUnit(fresh.db);
  const id = await anOpenRound(fresh.db, world, [world.team.slug]);
  await commit(fresh.db, (tx) => [insertAnswer(tx, anAnswer(world))]);
  const ctx = await contextNow(fresh.db, world, { minutes: 30 });
  await watchRounds(ctx, { on: 'yes' });
  await finishAssessment(ctx, { org: world.org.slug, id: world.assessment.id });
  expect(await closeRound(ctx, { id }, SITE)).toMatchObject({
    value: { mailed: [{ to: world.user.email, mailed: 'sent' }] },
  });
  expect(server.received).toHaveLength(1);
  const [{ to, raw } = { to: [], raw: '' }] = server.received;
  expect(to).toEqual([world.user.email]);
  expect(raw).toContain('The scorecard is attached, on one page.');
  const [, encoded = ''] = /application\/pdf[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw) ?? [];
  expect(Buffer.from(encoded, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  expect(await closeRound(ctx, { id }, SITE)).toMatchObject({ ok: false });
  expect(server.received).toHaveLength(1);
});

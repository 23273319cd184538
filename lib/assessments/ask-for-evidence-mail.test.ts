import { aWorld } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { askContext, members, must, there } from '../gatherings/testing';
import { mailServer } from '../mail-testing';
import { askForEvidence } from './ask-for-evidence';

const fresh = freshDb();

let server: Awaited<ReturnType<typeof mailServer>>;

// The environment is read once, at first use.
beforeAll(async () => {
  server = await mailServer();
  Object.assign(process.env, server.settings);
});
afterAll(() => server.close());

test('where mail goes out, who is asked for evidence gets one, and nobody else', async () => {
  const world = await aWorld(fresh.db);
  const ben = there((await members(fresh.db, world, ['Ben Adu', 'Cleo Ruiz']))[0]);
  const wanted = { id: world.assessment.id, capability: 'rollback', person: ben.id, note: 'A run.' };
  const ctx = askContext(fresh.db, world);
  expect(must(await askForEvidence(ctx, wanted))).toMatchObject({ name: 'Ben Adu', mailed: 'sent' });
  expect(await askForEvidence(ctx, wanted)).toMatchObject({
    ok: false,
    message: expect.stringMatching(/already/),
  });
  expect(server.received).toMatchObject([{ to: [ben.email] }]);
  expect(server.received[0]?.raw).toContain('Subject: You are asked for evidence: Rollback');
});

import type { Changes } from '@/lib/assessments/changes-since';
import { askedOf, ChangesFeed, type Asked, type Hearing } from './changes-feed';
import { aClock } from './testing';

const NOTHING: Changes = { answers: [], shape: 'draft' };

/** A feed with a clock, on a network whose streams `streams` decides about. */
function start(streams: (hearing: Hearing) => void, ask: () => Asked = () => ({ kind: 'unreachable' })) {
  const clock = aClock();
  const log: string[] = [];
  let opened = 0;
  let closed = 0;
  let last: Hearing | null = null;
  const feed = new ChangesFeed({
    listen: (hearing) => {
      opened += 1;
      last = hearing;
      streams(hearing);
      return () => void (closed += 1);
    },
    ask: async () => {
      log.push('asked');
      return ask();
    },
    timer: clock.timer,
    tell: () => log.push('told'),
    over: (why) => log.push(why),
  });
  feed.start();
  return {
    ...{ feed, clock, log, hearing: () => last as unknown as Hearing },
    counts: () => ({ opened, open: opened - closed }),
  };
}

const works = (hearing: Hearing) => hearing.changes(NOTHING);
const fails = (hearing: Hearing) => void Promise.resolve().then(hearing.failed);

test('a stream that works stays, and tells all that comes', async () => {
  const { clock, log, counts, hearing } = start(works);
  hearing().changes(NOTHING);
  await clock.pass(300_000);
  expect([log, counts()]).toEqual([['told', 'told'], { opened: 1, open: 1 }]);
});

test('a stream that the server ends is opened again', async () => {
  const { clock, counts, hearing } = start(works);
  hearing().ended('again');
  await clock.pass(1_000);
  expect(counts()).toEqual({ opened: 2, open: 1 });
});

test('a stream that was closed is not heard any more', async () => {
  const { clock, log, hearing } = start(works);
  const old = hearing();
  old.ended('again');
  await clock.pass(1_000);
  old.changes(NOTHING);
  old.failed();
  expect(log).toEqual(['told', 'told']);
});

test('after three that came to nothing it asks every five seconds, and tries a stream again now and then', async () => {
  const { clock, log, counts } = start(fails, () => ({ kind: 'changes', changes: NOTHING }));
  await clock.pass(3_100);
  expect([log, counts().opened]).toEqual([['asked', 'told'], 3]);
  await clock.pass(50_000);
  expect([log.filter((each) => each === 'asked').length, counts().opened]).toEqual([11, 3]);
  await clock.pass(10_000);
  expect(counts().opened).toBe(4);
});

test('a way that holds events back counts as none', async () => {
  const { clock, log, counts } = start(() => undefined);
  await clock.pass(8_000 * 3 + 3_000 + 100);
  expect([log, counts()]).toEqual([['asked'], { opened: 3, open: 0 }]);
});

test.each(['signed-out', 'gone'] as const)('%s is the end, until it is started again', async (why) => {
  const { feed, clock, log, counts, hearing } = start(works);
  hearing().ended(why);
  await clock.pass(600_000);
  expect([log, counts()]).toEqual([['told', why], { opened: 1, open: 0 }]);
  feed.start();
  expect(counts()).toEqual({ opened: 2, open: 1 });
});

test('stopped, it neither listens nor asks', async () => {
  const { feed, clock, log, counts } = start(fails);
  await clock.pass(20_000);
  const before = log.length;
  feed.stop();
  await clock.pass(600_000);
  expect([log.length, counts().open]).toEqual([before, 0]);
});

test('started again while it waits for the next try, it tries at once; while it works, nothing happens', async () => {
  const { feed, clock, counts, hearing } = start(works);
  feed.start();
  expect(counts().opened).toBe(1);
  hearing().failed();
  feed.start();
  expect(counts()).toEqual({ opened: 2, open: 1 });
  await clock.pass(10_000);
  expect(counts().opened).toBe(2);
});

test.each([
  [NOTHING, 'changes'],
  [{ code: 'signed-out', message: 'x' }, 'over'],
  [{ code: 'not-found', message: 'x' }, 'over'],
  [{ code: 'forbidden', message: 'x' }, 'over'],
  [{ code: 'busy', message: 'x' }, 'unreachable'],
  ['a page of the hotel', 'unreachable'],
  [null, 'unreachable'],
])('what was answered is read: %j', (body, kind) => {
  expect(askedOf(body).kind).toBe(kind);
});

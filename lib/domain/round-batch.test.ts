import { batchProgress } from './round-batch';

const at = (done: number, seconds: number | null, total = 200) =>
  batchProgress({ total, done, startedAt: seconds === null ? null : 0, now: (seconds ?? 0) * 1000 });

test.each([
  ['before anybody took it up it waits', at(0, null), '0 of 200, waiting for its turn'],
  ['the first reports say nothing of the rest', at(2, 1), '2 of 200'],
  ['a short rest is told in tens of seconds', at(83, 28), '83 of 200, about 40 seconds left'],
  ['the last seconds are told one by one', at(199, 200), '199 of 200, about 2 seconds left'],
  ['a long rest is told in minutes', at(10, 10), '10 of 200, about 4 minutes left'],
  ['of two reports the first is enough of a beginning', at(2, 4, 2), '2 of 2, about 1 second left'],
])('%s', (_, text, expected) => {
  expect(text).toBe(expected);
});

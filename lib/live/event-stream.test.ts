import { eventStream, type Sink } from './event-stream';

const TIMES = { beatMs: 20, lifeMs: 60_000 };

/** A stream whose listener may as long as `may` says. */
function start({
  may = async () => true,
  times = TIMES,
}: { may?: () => Promise<boolean>; times?: typeof TIMES } = {}) {
  const log: string[] = [];
  const leaving = new AbortController();
  let sink: Sink | null = null;
  let endSlot = (): void => undefined;
  const response = eventStream(
    leaving.signal,
    {
      slot: { onEnd: (end) => (endSlot = end), leave: () => log.push('left') },
      stillMay: may,
      open: (given) => {
        sink = given;
        return () => log.push('stopped');
      },
    },
    times,
  );
  return { response, log, leaving, sink: sink as unknown as Sink, stopServer: () => endSlot() };
}

test('who may no longer listen is told so, and the stream ends', async () => {
  const { response, log } = start({ may: async () => false });
  expect(await response.text()).toBe(': beat\n\nevent: signed-out\ndata: null\n\n');
  expect(log).toEqual(['left', 'stopped']);
});

test('where it cannot be found out whether they may, they are asked to come again', async () => {
  const { response } = start({ may: async () => Promise.reject(new Error('no database')) });
  expect(await response.text()).toContain('event: again');
});

test('it ends after its time, and when the server stops', async () => {
  const old = start({ times: { beatMs: 60_000, lifeMs: 20 } });
  expect(await old.response.text()).toBe('event: again\ndata: null\n\n');
  const stopped = start();
  stopped.sink.send('changes', [1]);
  stopped.stopServer();
  expect(await stopped.response.text()).toBe('event: changes\ndata: [1]\n\nevent: again\ndata: null\n\n');
  expect(stopped.log).toEqual(['left', 'stopped']);
});

test('a client that went away leaves nothing behind, however it went', async () => {
  const one = start();
  one.leaving.abort();
  one.sink.send('changes', 1);
  one.sink.end('gone');
  const two = start();
  await two.response.body?.cancel();
  two.sink.send('changes', 1);
  expect([one.log, two.log]).toEqual([
    ['left', 'stopped'],
    ['left', 'stopped'],
  ]);
});

test('a client that does not read is not written to without end', () => {
  const { sink, log } = start();
  for (let event = 0; event < 100; event += 1) sink.send('changes', event);
  expect(log).toEqual(['left', 'stopped']);
});

import { KeptAnswers } from './kept-answers';
import { aClock, aServer, aShelf, aTab, rung } from './testing';

const start = (options: Partial<Parameters<typeof aTab>[0]> = {}) => {
  const [server, clock, shelf] = [aServer(), aClock(), aShelf()];
  return { server, clock, shelf, ...aTab({ server, clock, shelf, ...options }) };
};

describe('writing', () => {
  test('an answer is on the device at once and on the server after the pause, and then leaves the device', async () => {
    const { queue, shelf, server, clock } = start();
    queue.write('a', rung(2), 400);
    expect([shelf.entries.size, queue.state().answers.get('a')?.content]).toEqual([1, rung(2)]);
    await clock.pass(399);
    expect(server.requests).toHaveLength(0);
    await clock.pass(1);
    expect(server.stored.get('a')).toMatchObject({ content: rung(2), version: 1 });
    expect([shelf.entries.size, queue.state()]).toMatchObject([0, { waiting: 0, savedAt: 'now' }]);
  });

  test('walking over the rungs leaves one version', async () => {
    const { queue, server, clock } = start();
    for (const value of [0, 1, 2, 3] as const) {
      queue.write('a', rung(value), 400);
      await clock.pass(100);
    }
    await clock.pass(1_000);
    expect(server.requests.map(({ content }) => content)).toEqual([rung(3)]);
  });

  test('what was changed while sending is sent after it, on the version that came back', async () => {
    const { queue, server, clock } = start();
    queue.write('a', rung(1), 0);
    await clock.pass(0);
    queue.write('a', rung(2), 0);
    queue.write('a', rung(3), 0);
    await clock.pass(10);
    expect(server.requests.map(({ content, seen }) => [content, seen])).toEqual([
      [rung(1), 0],
      [rung(3), 1],
    ]);
    expect(server.most.ofOne).toBe(1);
  });

  test('an answer goes on from the version that the page came with', async () => {
    const { queue, server, clock } = start({ known: { a: { content: rung(1), version: 4 } } });
    server.stored.set('a', { content: rung(1), version: 4, by: 'ben' });
    queue.write('a', rung(2), 0);
    await clock.pass(10);
    expect(server.stored.get('a')).toMatchObject({ content: rung(2), version: 5 });
  });

  test('going back to what is saved already sends nothing', async () => {
    const { queue, shelf, server, clock } = start({ known: { a: { content: rung(1), version: 1 } } });
    queue.write('a', rung(2), 400);
    queue.write('a', rung(1, { note: '  ' }), 400);
    await clock.pass(1_000);
    expect([server.requests.length, shelf.entries.size]).toEqual([0, 0]);
  });

  test('many answers go a few at a time', async () => {
    const { queue, server, clock } = start();
    for (let index = 0; index < 43; index += 1) queue.write(`c${index}`, rung(2), 0);
    await clock.pass(100);
    expect([server.stored.size, server.most.atOnce]).toEqual([43, 3]);
  });

  test('saving is said once it takes 600 ms, and not before', async () => {
    const { queue, server, clock } = start();
    let arrive = (): void => undefined;
    server.fail = () =>
      new Promise((resolve) => {
        arrive = () => resolve({ kind: 'saved', version: 1, savedAt: 'now' });
      });
    queue.write('a', rung(2), 0);
    await clock.pass(599);
    expect(queue.state().phase).toBe('quiet');
    await clock.pass(1);
    expect(queue.state().phase).toBe('saving');
    arrive();
    await clock.pass(0);
    expect(queue.state()).toMatchObject({ phase: 'quiet', savedAt: 'now' });
  });
});

describe('a lost connection', () => {
  test('pauses grow, nothing is lost, and all is sent when it is back', async () => {
    const { queue, server, clock, shelf } = start();
    server.fail = () => ({ kind: 'unreachable' });
    for (const id of ['a', 'b', 'c']) queue.write(id, rung(3), 0);
    await clock.pass(120_000);
    expect(queue.state()).toMatchObject({ phase: 'retrying', waiting: 3 });
    expect(server.requests.length).toBeLessThan(15);
    expect(shelf.entries.size).toBe(3);
    server.fail = null;
    queue.sendNow();
    await clock.pass(0);
    expect([server.stored.size, queue.state().phase, shelf.entries.size]).toEqual([3, 'quiet', 0]);
  });

  test('it tries again by itself, at the latest after half a minute', async () => {
    const { queue, server, clock } = start();
    server.fail = () => Promise.reject(new TypeError('network error'));
    queue.write('a', rung(3), 0);
    await clock.pass(300_000);
    server.fail = null;
    await clock.pass(30_000);
    expect(server.stored.get('a')?.content).toEqual(rung(3));
  });

  test('what a closed tab left is sent by the next one', async () => {
    const { queue, server, clock, shelf } = start();
    server.fail = () => ({ kind: 'unreachable' });
    queue.write('a', rung(3, { note: 'In the tunnel.' }), 400);
    const next = aTab({ shelf, server, clock });
    server.fail = null;
    next.queue.takeUp();
    expect(next.queue.state().answers.get('a')?.content.note).toBe('In the tunnel.');
    await clock.pass(0);
    expect(server.stored.get('a')?.content).toEqual(rung(3, { note: 'In the tunnel.' }));
  });

  test('an acknowledgement that was lost makes neither a conflict nor a second version', async () => {
    const { queue, server, clock } = start();
    server.deaf = true;
    queue.write('a', rung(3), 0);
    await clock.pass(100);
    server.deaf = false;
    await clock.pass(2_000);
    expect([server.stored.get('a')?.version, queue.state().conflicts.size, queue.state().waiting]).toEqual([
      1, 0, 0,
    ]);
  });

  test('changed after a lost acknowledgement, the newer words replace our own, without a question', async () => {
    const { queue, server, clock, shelf } = start();
    server.deaf = true;
    queue.write('a', rung(3), 0);
    await clock.pass(100);
    queue.write('a', rung(4), 0);
    server.deaf = false;
    const next = aTab({ shelf, server, clock });
    next.queue.takeUp();
    await clock.pass(100);
    expect(next.queue.state().conflicts.size).toBe(0);
    expect(server.stored.get('a')).toMatchObject({ content: rung(4), version: 2 });
  });

  test('a device that keeps nothing is said, and the answer is still sent', async () => {
    const { queue, server, clock, shelf } = start();
    shelf.full = true;
    queue.write('a', rung(3), 0);
    expect(queue.state().durable).toBe(false);
    await clock.pass(0);
    expect([server.stored.get('a')?.content, queue.state().durable]).toEqual([rung(3), true]);
  });

  test('a device that is emptied under an open tab loses nothing that the tab holds', async () => {
    const { queue, server, clock, shelf } = start();
    queue.write('a', rung(3), 400);
    shelf.entries.clear();
    await clock.pass(400);
    expect([server.stored.get('a')?.content, queue.state().waiting]).toEqual([rung(3), 0]);
  });

  test('a damaged or older entry of the device is not sent and not thrown away', async () => {
    const { server, clock, shelf } = start();
    const key = 'rungs:unsent:ana:autumn:a';
    for (const entry of ['{', 'null', '{"content":{"choice":null},"seen":1,"id":"x"}']) {
      shelf.entries.set(key, entry);
      const { queue } = aTab({ shelf, server, clock });
      queue.takeUp();
      await clock.pass(100);
      expect([server.requests.length, shelf.entries.get(key)]).toEqual([0, entry]);
    }
  });

  test('what another person or another assessment left is none of ours', () => {
    const { shelf, queue } = start();
    queue.write('a', rung(3), 400);
    for (const [person, assessment] of [
      ['ben', 'autumn'],
      ['ana', 'spring'],
    ] as const) {
      const kept = new KeptAnswers(shelf, person, assessment);
      kept.rereadAll();
      expect(kept.waiting.size).toBe(0);
    }
  });
});

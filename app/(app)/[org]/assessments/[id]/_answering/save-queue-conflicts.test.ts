import { aClock, aServer, aShelf, aTab, rung } from './testing';

const start = (options: Partial<Parameters<typeof aTab>[0]> = {}) => {
  const [server, clock, shelf] = [aServer(), aClock(), aShelf()];
  return { server, clock, shelf, ...aTab({ server, clock, shelf, ...options }) };
};

describe('two people, one answer', () => {
  const conflict = async () => {
    const world = start({ known: { a: { content: rung(1), version: 1 } } });
    world.server.stored.set('a', { content: rung(2, { note: 'Since March.' }), version: 2, by: 'ben' });
    world.queue.write('a', rung(0), 0);
    await world.clock.pass(10);
    return world;
  };

  test('both are there, nothing more is sent, and other answers go on', async () => {
    const { queue, server, clock } = await conflict();
    expect(queue.state().conflicts.get('a')).toMatchObject({ by: 'ben', note: 'Since March.', version: 2 });
    expect(queue.state().answers.get('a')?.content).toEqual(rung(0));
    queue.write('b', rung(4), 0);
    await clock.pass(60_000);
    expect(server.requests.map(({ capability }) => capability)).toEqual(['a', 'b']);
  });

  test('keeping mine replaces theirs', async () => {
    const { queue, server, clock } = await conflict();
    queue.decide('a', rung(0));
    await clock.pass(10);
    expect(server.stored.get('a')).toMatchObject({ content: rung(0), version: 3 });
    expect(queue.state()).toMatchObject({ waiting: 0, conflicts: new Map() });
  });

  test('keeping theirs takes mine off the device and goes on from theirs', async () => {
    const { queue, server, clock, shelf } = await conflict();
    queue.decide('a', null);
    expect([queue.state().answers.get('a')?.content.note, shelf.entries.size]).toEqual(['Since March.', 0]);
    queue.write('a', rung(3), 0);
    await clock.pass(10);
    expect(server.stored.get('a')).toMatchObject({ content: rung(3), version: 3 });
  });

  test('a conflict that was left open is found again', async () => {
    const { server, clock, shelf } = await conflict();
    const next = aTab({ shelf, server, clock });
    next.queue.takeUp();
    await clock.pass(10);
    expect(next.queue.state().conflicts.get('a')).toMatchObject({ by: 'ben' });
  });
});

describe('two tabs of one person', () => {
  const tabs = () => {
    const [server, clock, shelf] = [aServer(), aClock(), aShelf()];
    const one = aTab({ server, clock, shelf, announce: (id, saved) => two.queue.learn(id, saved) });
    const two: ReturnType<typeof aTab> = aTab({
      server,
      clock,
      shelf,
      announce: (id, saved) => one.queue.learn(id, saved),
    });
    return { server, clock, shelf, one, two };
  };

  test('what one saves the other shows and goes on from', async () => {
    const { server, clock, one, two } = tabs();
    one.queue.write('a', rung(1, { note: 'Here.' }), 0);
    await clock.pass(10);
    expect(two.queue.state()).toMatchObject({ savedAt: 'now' });
    two.queue.write('a', { ...rung(2), note: two.queue.state().answers.get('a')?.content.note ?? '' }, 0);
    await clock.pass(10);
    expect(server.stored.get('a')).toMatchObject({ content: rung(2, { note: 'Here.' }), version: 2 });
    expect(one.queue.state().answers.get('a')?.content).toEqual(rung(2, { note: 'Here.' }));
  });

  test('when both wait for the same answer the newest is stored, and neither asks', async () => {
    const { server, clock, shelf, one, two } = tabs();
    one.queue.write('a', rung(1), 400);
    two.queue.write('a', rung(2), 400);
    await clock.pass(2_000);
    expect(server.stored.get('a')?.content).toEqual(rung(2));
    expect([one.queue.state().conflicts.size, two.queue.state().conflicts.size]).toEqual([0, 0]);
    expect(shelf.entries.size).toBe(0);
  });

  test('what one tab types shows in the other, which leaves the sending to it', async () => {
    const { server, clock, one, two } = tabs();
    one.queue.write('a', rung(1), 400);
    two.queue.reread('a');
    expect(two.queue.state().answers.get('a')?.content).toEqual(rung(1));
    await clock.pass(1_000);
    two.queue.reread('a');
    expect([server.requests.length, two.queue.state().waiting]).toEqual([1, 0]);
  });
});

describe('what the server refuses', () => {
  test('signed out: all waits, one try at a time, and all is sent after signing in', async () => {
    const { queue, server, clock, shelf } = start();
    server.fail = () => ({ kind: 'signed-out', message: 'Your session ended.' });
    queue.write('a', rung(1), 0);
    await clock.pass(10);
    queue.write('b', rung(2), 0);
    await clock.pass(60_000);
    expect(queue.state()).toMatchObject({
      phase: 'signed-out',
      waiting: 2,
      signedOut: 'Your session ended.',
    });
    expect(server.requests.length).toBe(2);
    server.fail = null;
    queue.sendNow();
    await clock.pass(10);
    expect([server.stored.size, queue.state().phase, shelf.entries.size]).toEqual([2, 'quiet', 0]);
  });

  test('giving up discards what waits and nothing else', async () => {
    const { queue, server, clock, shelf } = start({ known: { b: { content: rung(4), version: 2 } } });
    server.fail = () => ({ kind: 'signed-out', message: 'Your session ended.' });
    queue.write('a', rung(1), 0);
    queue.write('b', rung(1), 0);
    await clock.pass(10);
    queue.discard();
    expect([queue.state().phase, queue.state().waiting, shelf.entries.size]).toEqual(['quiet', 0, 0]);
    expect([queue.state().answers.get('a'), queue.state().answers.get('b')?.content]).toEqual([
      undefined,
      rung(4),
    ]);
  });

  test('a refused answer is kept, not repeated, and holds up no other', async () => {
    const { queue, server, clock, shelf } = start();
    server.fail = () => ({ kind: 'refused', code: 'invalid', message: 'note: contains a control character' });
    queue.write('a', rung(1, { note: 'x' }), 0);
    await clock.pass(60_000);
    expect([server.requests.length, shelf.entries.size]).toEqual([1, 1]);
    expect(queue.state().refused.get('a')?.message).toMatch(/^note:/);
    server.fail = null;
    queue.write('b', rung(2), 0);
    await clock.pass(10);
    expect([...server.stored.keys()]).toEqual(['b']);
    queue.write('a', rung(1), 0);
    await clock.pass(10);
    expect(queue.state()).toMatchObject({ waiting: 0, refused: new Map() });
  });
});

describe('what the server tells unasked', () => {
  const theirs = (version: number, by = 'ben') => ({
    ...rung(2, { note: `Version ${version}.` }),
    ...{ version, by, byYou: by === 'ana', at: 'then' },
  });

  test('is shown, and the next answer replaces that', async () => {
    const { queue, server, clock } = start({ known: { a: { content: rung(1), version: 1 } } });
    server.stored.set('a', { content: rung(2, { note: 'Version 2.' }), version: 2, by: 'ben' });
    queue.hear('a', theirs(2));
    expect(queue.state().answers.get('a')?.content).toEqual(rung(2, { note: 'Version 2.' }));
    queue.write('a', rung(3), 0);
    await clock.pass(10);
    expect(server.stored.get('a')).toMatchObject({ content: rung(3), version: 3 });
  });

  test('never takes the place of what waits here: both are shown when it was sent', async () => {
    const { queue, server, clock } = start({ known: { a: { content: rung(1), version: 1 } } });
    queue.write('a', rung(4), 400);
    server.stored.set('a', { content: rung(2, { note: 'Version 2.' }), version: 2, by: 'ben' });
    queue.hear('a', theirs(2));
    expect(queue.state().answers.get('a')?.content).toEqual(rung(4));
    await clock.pass(1_000);
    expect(queue.state().conflicts.get('a')).toMatchObject({ by: 'ben', version: 2 });
    expect(server.stored.get('a')?.by).toBe('ben');
  });

  test('changes what an open conflict is with, so that the decision is about the newest', async () => {
    const { queue, server, clock } = start({ known: { a: { content: rung(1), version: 1 } } });
    server.stored.set('a', { content: rung(2), version: 2, by: 'ben' });
    queue.write('a', rung(0), 0);
    await clock.pass(10);
    server.stored.set('a', { content: rung(2, { note: 'Version 3.' }), version: 3, by: 'ben' });
    queue.hear('a', theirs(3));
    expect(queue.state().conflicts.get('a')).toMatchObject({ note: 'Version 3.', version: 3 });
    queue.decide('a', rung(0));
    await clock.pass(10);
    expect(server.stored.get('a')).toMatchObject({ content: rung(0), version: 4 });
  });

  test('may come before the acknowledgement of one’s own, and after something newer', async () => {
    const { queue, server, clock } = start();
    let answer = (): void => undefined;
    server.fail = () =>
      new Promise((resolve) => {
        answer = () => resolve({ kind: 'saved', version: 1, savedAt: 'now' });
      });
    queue.write('a', rung(1), 0);
    await clock.pass(10);
    queue.hear('a', { ...theirs(1, 'ana'), ...rung(1) });
    queue.hear('a', theirs(2));
    queue.hear('a', { ...theirs(1, 'ana'), ...rung(1) });
    expect(queue.state().answers.get('a')?.content).toEqual(rung(1));
    answer();
    await clock.pass(10);
    expect(queue.state()).toMatchObject({ waiting: 0, conflicts: new Map() });
    expect(queue.state().answers.get('a')).toMatchObject({ version: 2, content: { note: 'Version 2.' } });
  });
});

test('two conflicts are shown one after the other', async () => {
  const { queue, server, clock } = start({
    known: { a: { content: rung(1), version: 1 }, b: { content: rung(1), version: 1 } },
  });
  for (const id of ['a', 'b']) {
    server.stored.set(id, { content: rung(2), version: 2, by: 'ben' });
    queue.write(id, rung(0), 0);
  }
  await clock.pass(10);
  expect([...queue.state().conflicts.keys()]).toEqual(['a', 'b']);
  queue.decide('a', null);
  await clock.pass(10);
  expect([...queue.state().conflicts.keys()]).toEqual(['b']);
  queue.decide('b', rung(0));
  await clock.pass(10);
  expect(queue.state()).toMatchObject({ waiting: 0, conflicts: new Map() });
  expect([server.stored.get('a')?.content, server.stored.get('b')?.content]).toEqual([rung(2), rung(0)]);
});

test('what is taken back before it was ever sent is not sent', async () => {
  const { queue, server, clock, shelf } = start();
  queue.write('a', rung(1), 400);
  queue.write('a', { ...rung(1), choice: null }, 0);
  await clock.pass(1_000);
  expect([server.requests.length, shelf.entries.size]).toEqual([0, 0]);
});

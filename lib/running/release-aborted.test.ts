import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setImmediate } from 'node:timers/promises';
import { releaseAborted } from './release-aborted';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

// Test files of one process share it.
// oxlint-disable-next-line typescript/unbound-method -- put back as it was
const { abort } = AbortController.prototype;
afterEach(() => {
  AbortController.prototype.abort = abort;
});

/** Stands in a frame of the stack at which a controller is aborted, as what runs a page does. */
class Runs {
  end(controller: AbortController, reason?: Error): void {
    controller.abort(reason);
  }
}

async function isHeld(reason?: () => Error): Promise<boolean> {
  const controller = new AbortController();
  const held = new WeakRef(ended(controller, reason));
  for (let turn = 0; turn < 5; turn += 1) {
    await setImmediate();
    collect();
  }
  // The controller is still there, as Next.js keeps it.
  expect(controller.signal.aborted).toBe(true);
  return held.deref() !== undefined;
}

function ended(controller: AbortController, reason?: () => Error): Runs {
  const runs = new Runs();
  if (reason === undefined) runs.end(controller);
  else Object.assign(runs, { end: () => controller.abort(reason()) }).end(controller);
  return runs;
}

test('what has ended with an aborted controller is held by the stack of its reason, and let go of once that is read', async () => {
  const before = await isHeld();
  releaseAborted();
  expect([before, await isHeld(), await isHeld(() => new Error('done'))]).toEqual([true, false, false]);
});

test('reason and listeners are those that they were', () => {
  releaseAborted();
  const heard: unknown[] = [];
  const controller = new AbortController();
  const reason = new Error('done');
  controller.signal.addEventListener('abort', () => heard.push(controller.signal.reason));
  controller.abort(reason);
  controller.abort(new Error('again'));
  expect(heard).toEqual([reason]);
  const plain = new AbortController();
  plain.abort('a word');
  expect(plain.signal.reason).toBe('a word');
});

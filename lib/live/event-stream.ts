import 'server-only';
import { logBug } from '../log';
import type { Slot } from './streams';

const TIMES = {
  beatMs: 15_000,
  /** Then the browser comes again, perhaps to another instance, and whatever went wrong unnoticed is over. */
  lifeMs: 300_000,
};
/** Chunks that wait for a client that does not read; it gets what it missed when it comes again. */
const MOST_WAITING = 50;

/** Where events go. Sending to a stream that is over does nothing. */
export type Sink = { send: (event: string, data: unknown) => void; end: (event: string) => void };

type Listening = {
  slot: Slot;
  /** Whether whoever listens still may; asked at every beat. */
  stillMay: () => Promise<boolean>;
  /** Begins to send; returns how to stop. */
  open: (sink: Sink) => () => void;
};

/**
 * An answer of server-sent events that stays open. It beats every 15 seconds, so that proxies keep it open, says `signed-out` and ends
 * once `stillMay` says no, and ends with `again` after five minutes, when the server stops, and for a client that does not read.
 */
export function eventStream(signal: AbortSignal, listening: Listening, times = TIMES): Response {
  let cancel = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      cancel = sendEvents(controller, signal, listening, times);
    },
    cancel: () => cancel(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // `no-transform` keeps compression away, which would hold events back; the last is for nginx.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      // So that a server that stops need not wait for an idle connection.
      connection: 'close',
    },
  });
}

/** Returns what is done when the client went away. */
function sendEvents(
  controller: ReadableStreamDefaultController<Uint8Array>,
  signal: AbortSignal,
  { slot, stillMay, open }: Listening,
  { beatMs, lifeMs }: typeof TIMES,
): () => void {
  const encoder = new TextEncoder();
  const cleanUp: (() => void)[] = [slot.leave];
  let over = false;
  const leave = (): void => {
    over = true;
    for (const each of cleanUp.splice(0)) each();
  };
  const write = (text: string): void => {
    if (over) return;
    controller.enqueue(encoder.encode(text));
    if ((controller.desiredSize ?? 0) >= -MOST_WAITING) return;
    leave();
    controller.close();
  };
  const send: Sink['send'] = (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const end: Sink['end'] = (event) => {
    if (over) return;
    send(event, null);
    leave();
    controller.close();
  };
  const beat = setInterval(() => {
    write(': beat\n\n');
    stillMay().then(
      (may) => (may ? undefined : end('signed-out')),
      (error: unknown) => {
        logBug(error, 'stream');
        end('again');
      },
    );
  }, beatMs);
  const life = setTimeout(() => end('again'), lifeMs);
  slot.onEnd(() => end('again'));
  signal.addEventListener('abort', leave);
  cleanUp.push(
    () => clearInterval(beat),
    () => clearTimeout(life),
    () => signal.removeEventListener('abort', leave),
    open({ send, end }),
  );
  if (signal.aborted || over) leave();
  return leave;
}

import 'server-only';

/**
 * Lets go of what a finished page used. Next.js and React abort a controller at the end of every page with an error whose stack nobody
 * reads. Until somebody does, V8 keeps the frames behind it, in them the `Immediate` that ran, and `Immediate`s hold on to those beside
 * them, each with its whole request: of pages that overlap none was given up, 0.7 MB for each results page at fifty connections, until the
 * memory ended (next.js#84648, react#37288). Reading the stack makes a text of it, which holds on to nothing.
 */
export function releaseAborted(): void {
  const { prototype } = AbortController;
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const { abort } = prototype;
  prototype.abort = function (this: AbortController, reason?: unknown): void {
    abort.call(this, reason);
    const given: unknown = this.signal.reason;
    if (typeof given === 'object' && given !== null && 'stack' in given) String(given.stack);
  };
}

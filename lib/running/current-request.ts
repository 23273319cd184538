import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known of the request that is being answered: an id that every line of the log about it carries. */
export type CurrentRequest = { id: string };

// On `globalThis`, as pages and the start of the server are bundled apart from each other.
const kept = Symbol.for('rungs.current-request');
const shared: typeof globalThis & { [kept]?: AsyncLocalStorage<CurrentRequest> } = globalThis;

const storage = (): AsyncLocalStorage<CurrentRequest> => (shared[kept] ??= new AsyncLocalStorage());

/** The request that is being answered; nothing where no server answers one, as in the background. */
export const currentRequest = (): CurrentRequest | undefined => storage().getStore();

/** Makes this the request of whatever is done from here on, until the server turns to the next. */
export const enterRequest = (request: CurrentRequest): void => storage().enterWith(request);

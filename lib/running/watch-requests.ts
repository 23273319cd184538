import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '../env';
import { log } from '../log';
import { enterRequest } from './current-request';
import { countRequest } from './metrics';
import { REQUEST_ID, requestId } from './request-id';
import { ASSETS, type RouteOf } from './route-pattern';
import { isStopping } from './stop';

const METHODS = ['GET', 'POST', 'PUT', 'HEAD', 'OPTIONS'];

/**
 * Gives every request to this process an id, which its answer and each line of the log about it carry, and says when it was answered:
 * one line, and one observation. Node's own channel tells of requests before Next.js sees them, so nothing is left out, neither what
 * `proxy.ts` refuses nor what is not found. Paths are never written, for some are secrets: the route's pattern is.
 */
export function watchRequests(routeOf: RouteOf): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const began = performance.now();
    const id = requestId(request.headers[REQUEST_ID], env().TRUST_PROXY);
    // What Next.js hands on to pages and routes as the request's headers.
    request.headers[REQUEST_ID] = id;
    response.setHeader(REQUEST_ID, id);
    // Says so, as a client that is not told sends its next request down a connection that is about to close.
    if (isStopping()) response.shouldKeepAlive = false;
    enterRequest({ id });
    response.once('close', () => answered(routeOf, id, request, response, performance.now() - began));
  });
}

function answered(
  routeOf: RouteOf,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
  ms: number,
): void {
  // An idle connection would keep a stopping server waiting; this one was there before the server was told to stop.
  if (isStopping()) request.socket.destroySoon();
  const method = METHODS.includes(request.method ?? '') ? (request.method ?? '') : NO_METHOD;
  const route = routeOf((request.url ?? '').split('?', 1)[0] ?? '');
  const status = response.statusCode;
  const streamed = String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
  // How long somebody listened says nothing about how quick the server is.
  if (!streamed) countRequest({ method, route, status: `${Math.floor(status / 100)}xx` }, ms / 1_000);
  const line = { request: id, method, route, status, ms: Math.round(ms) };
  log[isQuiet(route) ? 'debug' : 'info'](
    response.writableFinished ? line : { ...line, broken: true },
    'answered',
  );
}

const NO_METHOD = 'other';

/** What is asked all the time, and by machines. */
const isQuiet = (route: string): boolean =>
  route === ASSETS || route.startsWith('/api/health') || route === '/api/metrics';

import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { newContext } from '../context';
import { env } from '../env';
import { bugMessage, logBug } from '../log';
import { metricsText } from './measure-process';

/** The metrics, for whoever shows `METRICS_TOKEN`; for everybody else, and where none is set, there is nothing here. */
export async function metricsResponse(request: Request): Promise<Response> {
  const token = env().METRICS_TOKEN;
  if (token === undefined || !isSame(request.headers.get('authorization') ?? '', `Bearer ${token}`))
    return new Response('There is nothing here.\n', { status: 404 });
  try {
    return new Response(await metricsText(newContext()), {
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
    });
  } catch (error) {
    return new Response(`${bugMessage(logBug(error, 'metrics'))}\n`, { status: 503 });
  }
}

// Hashed first, as `timingSafeEqual` wants equal lengths and would tell that they differ.
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export const dynamic = 'force-dynamic';

/** That the process lives and answers; nothing else is looked at, so that no restart follows from a database that is away. */
export function GET(): Response {
  return Response.json({ status: 'live' }, { headers: { 'cache-control': 'no-store' } });
}

import 'server-only';
import { createHash } from 'node:crypto';
import { decode, type JWT, type JWTDecodeParams } from 'next-auth/jwt';

/** As many as are signed in at a time; the least recently read goes first. */
const MOST = 1_000;

const known = new Map<string, JWT>();

/**
 * What a session's token says; `null` or an error where it is none of ours. Its key is derived in another thread, which now and then takes
 * 3 ms, so that what was read once is kept. Nobody gets in by that: the session that it names is looked up each time.
 */
export async function readToken(params: JWTDecodeParams): Promise<JWT | null> {
  const { token = '', secret, salt = '' } = params;
  const key = createHash('sha256')
    .update(JSON.stringify([token, secret.toString(), salt]))
    .digest('base64');
  const before = known.get(key);
  known.delete(key);
  const read = before !== undefined && isCurrent(before) ? before : await decode(params);
  if (read === null) return null;
  known.set(key, read);
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  return { ...read };
}

const isCurrent = ({ exp }: JWT): boolean => typeof exp === 'number' && exp > Date.now() / 1_000;

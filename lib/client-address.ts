import 'server-only';
import { isIP } from 'node:net';
import { headers } from 'next/headers';
import { env } from './env';

/** Everybody together, where clients cannot be told apart. */
export const DIRECT = 'direct';

/**
 * Whom a request comes from, as far as that can be known. Next.js hands an action no socket: `next start` writes the socket's address
 * into `x-forwarded-for` only where the client sent no such header, so without a proxy the header may be the client's own invention, and
 * nothing tells. So it is read only where `TRUST_PROXY` says how many proxies add to it; all others are one, `direct`.
 */
export async function clientAddress(): Promise<string> {
  return addressIn((await headers()).get('x-forwarded-for'), env().TRUST_PROXY);
}

/** The address that the outermost of our proxies was called from: what stands further left, the client may have written itself. */
export function addressIn(forwarded: string | null, proxies: number): string {
  if (proxies === 0) return DIRECT;
  const hop = forwarded?.split(',').at(-proxies)?.trim() ?? '';
  const bare = hop.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
  const kind = isIP(bare);
  if (kind === 0) return DIRECT;
  return kind === 4 ? bare : networkOf(bare);
}

/** One customer has a whole network of 64 bits, and would otherwise be as many clients as they like. */
function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, '')}]`);
  const [head = '', tail] = hostname.slice(1, -1).split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - groups.length - after.length }, () => '0');
  return `${[...groups, ...(tail === undefined ? [] : zeros), ...after].slice(0, 4).join(':')}::/64`;
}

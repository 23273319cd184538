import 'server-only';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import type { AuditPlace } from '@/db/audit-insert';
import { addressIn, DIRECT } from './client-address';
import { deviceWords } from './domain/device-words';
import { env } from './env';

/** Where the request that is being answered came from, for the audit log; nothing where no server answers one. */
export async function requestPlace(): Promise<AuditPlace | null> {
  const sent = await sentHeaders();
  if (sent === null) return null;
  const address = addressIn(sent.get('x-forwarded-for'), env().TRUST_PROXY);
  return {
    address: address === DIRECT ? '' : address,
    device: deviceWords(sent.get('user-agent')),
  };
}

/** The headers of the request that is being answered. */
export async function sentHeaders(): Promise<Headers | null> {
  try {
    return await headers();
  } catch (error) {
    unstable_rethrow(error);
    return null;
  }
}

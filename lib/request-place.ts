import 'server-only';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import type { AuditPlace } from '@/db/audit-insert';
import { clientAddress } from './client-address';
import { deviceClass } from './domain/device-class';

/** Where the request that is being answered came from, for the audit log; nothing where no server answers one. */
export async function requestPlace(): Promise<AuditPlace | null> {
  const sent = await sentHeaders();
  if (sent === null) return null;
  return {
    address: clientAddress(sent, Number(process.env['TRUST_PROXY'] ?? 0)) ?? '',
    device: deviceClass(sent.get('user-agent') ?? ''),
  };
}

async function sentHeaders(): Promise<Headers | null> {
  try {
    return await headers();
  } catch (error) {
    unstable_rethrow(error);
    return null;
  }
}

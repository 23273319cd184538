import 'server-only';
import { auditOf, type AuditEntry } from '@/db/audit';
import type { ActorContext } from '../context';
import { done, type Result } from '../errors';
import { csvHead, csvRows } from '../export/csv';
import { filterOf, inWords, type AuditQuery } from './read-audit';
import { dayOf } from '../domain/calendar';

/** Lines in one file, the newest. */
export const MOST_EXPORTED = 100_000;

const BATCH = 1_000;

type Exported = { chunks: AsyncGenerator<Uint8Array>; nameParts: string[] };

const HEAD = [
  ...['Number', 'Time (UTC)', 'Person', 'E-mail', 'What', 'Where from'],
  ...['Action', 'Thing', 'Detail', 'Person’s id', 'Hash'],
];

/** What the filter shows as a table for a spreadsheet, the newest line first. */
export async function auditCsv(
  ctx: ActorContext & { org: { name: string } },
  query: AuditQuery,
): Promise<Result<Exported>> {
  return exported(ctx, query, csvHead(HEAD), async (entries) => {
    const words = await inWords(ctx, entries);
    return csvRows(
      entries.map((entry, index) => [
        ...[entry.seq, entry.at.toISOString(), words[index]?.person ?? '', entry.actorEmail ?? ''],
        ...[words[index]?.done ?? '', words[index]?.place ?? '', entry.action, entry.resourceId],
        ...[JSON.stringify(entry.detail), entry.subject ?? '', entry.hash],
      ]),
    );
  });
}

/** The same as JSON, an object a line, for a program. */
export async function auditJsonLines(
  ctx: ActorContext & { org: { name: string } },
  query: AuditQuery,
): Promise<Result<Exported>> {
  return exported(ctx, query, '', async (entries) => {
    const words = await inWords(ctx, entries);
    return entries.map((entry, index) => `${JSON.stringify(asObject(entry, words[index]?.done))}\n`).join('');
  });
}

const asObject = (entry: AuditEntry, what: string | undefined) => ({
  seq: entry.seq,
  at: entry.at.toISOString(),
  action: entry.action,
  what,
  thing: entry.resourceId,
  detail: entry.detail,
  subject: entry.subject,
  person: entry.actorId === null ? null : { name: entry.actorName, email: entry.actorEmail },
  from: entry.place,
  hash: entry.hash,
});

async function exported(
  ctx: ActorContext & { org: { name: string } },
  query: AuditQuery,
  head: string,
  write: (entries: readonly AuditEntry[]) => Promise<string>,
): Promise<Result<Exported>> {
  const filter = await filterOf(ctx, query);
  const { db, actor, now } = ctx;
  async function* chunks() {
    if (head !== '') yield bytes(head);
    let before: number | undefined;
    for (let count = 0; count < MOST_EXPORTED; count += BATCH) {
      const entries = await auditOf(db, actor.orgId, { limit: BATCH, before, ...filter });
      if (entries.length > 0) yield bytes(await write(entries));
      before = entries.at(-1)?.seq;
      if (entries.length < BATCH) return;
    }
  }
  return done({ chunks: chunks(), nameParts: [ctx.org.name, 'audit log', dayOf(now)] });
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

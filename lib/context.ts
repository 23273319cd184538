import 'server-only';
import { randomUUID } from 'node:crypto';
import type { AuditPlace } from '@/db/audit-insert';
import { database, type Db } from '@/db/client';
import { content } from './content/load';
import type { Actor } from './domain/policy';
import type { Content } from './domain/schema/content';

/** What a use case gets from outside: the database, the time and new ids, and the content. */
export type Context = {
  db: Db;
  now: Date;
  newId: () => string;
  content: Content;
  /** Where the request came from, for the audit log. */
  place?: AuditPlace | null;
};

/** The same for someone within an organisation. */
export type ActorContext = Context & { actor: Actor };

export function newContext(): Context {
  return { db: database(), now: new Date(), newId: randomUUID, content: content() };
}

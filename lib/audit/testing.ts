import { randomUUID } from 'node:crypto';
import { insertAudit, type NewLine } from '@/db/audit-insert';
import { type Db, postgresOf, sqliteOf } from '@/db/client';
import { commit } from '@/db/commit';
import { isPostgres } from '@/db/dialect';
import { type World, minutesLater } from '@/db/fixtures';

/** A line of this world's log, one minute after the other. For tests alone. */
export const aLine = ({ org, user }: World, minutes: number, row: Partial<NewLine> = {}): NewLine => ({
  ...{ orgId: org.id, userId: user.id, at: minutesLater(minutes), newId: randomUUID },
  ...{ place: { address: '192.0.2.7', device: 'Firefox on Linux' } },
  ...{ action: 'team.create', resourceId: `team ${minutes}`, detail: `{"name":"Team ${minutes}"}` },
  ...row,
});

/** So many lines, each in a commit of its own. */
export async function write(db: Db, world: World, lines: number, from = 1): Promise<void> {
  for (let minute = from; minute < from + lines; minute += 1)
    await commit(db, () => [insertAudit(aLine(world, minute))]);
}

/** What somebody does who can reach the database past the application. */
export async function tamper(db: Db, statement: string): Promise<void> {
  if (isPostgres) await postgresOf(db).$client.query(statement);
  else sqliteOf(db).$client.exec(statement);
}

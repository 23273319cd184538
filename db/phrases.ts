import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { phrase } from './schema/reports';

export type Phrase = typeof phrase.$inferSelect;

/** Which phrase, and the version that the decision was made on. */
type SeenPhrase = Pick<Phrase, 'orgId' | 'id' | 'version'>;

export function insertPhrase(tx: Tx, row: Omit<Phrase, 'version'>) {
  return tx.insert(phrase).values({ ...row, version: 1 });
}

export function updatePhrase(
  tx: Tx,
  seen: SeenPhrase,
  changes: Pick<Phrase, 'headline' | 'text' | 'recommendation' | 'capabilities' | 'updatedBy' | 'updatedAt'>,
) {
  return guarded(
    tx
      .update(phrase)
      .set({ ...changes, version: seen.version + 1 })
      .where(asSeen(seen))
      .returning({ id: phrase.id }),
  );
}

export function deletePhraseRow(tx: Tx, seen: SeenPhrase) {
  return guarded(tx.delete(phrase).where(asSeen(seen)).returning({ id: phrase.id }));
}

export async function phrasesOfOrg(db: Db, orgId: string): Promise<Phrase[]> {
  return db.select().from(phrase).where(eq(phrase.orgId, orgId));
}

export async function phraseById(db: Db, orgId: string, id: string): Promise<Phrase | undefined> {
  const rows = await db
    .select()
    .from(phrase)
    .where(and(eq(phrase.orgId, orgId), eq(phrase.id, id)));
  return rows[0];
}

const asSeen = ({ orgId, id, version }: SeenPhrase) =>
  and(eq(phrase.orgId, orgId), eq(phrase.id, id), eq(phrase.version, version));

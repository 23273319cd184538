import 'server-only';
import { updateAnswer } from '@/db/answers';
import type { Tx } from '@/db/client';
import { exactlyOne, type Write } from '@/db/commit';
import { insertPastAnswer } from '@/db/past-answers';
import type { Answer } from '@/db/schema/answers';
import { isTypedOn } from '../domain/typed-on';
import { Stale } from '../errors';

/**
 * The writes that put another answer in the place of the one that was read, and keep that one. Every replacing of a shared answer goes
 * this way. A commit in which the stored one has another version by now is rolled back with `Stale`.
 *
 * What was kept is never thrown away again: with what was only typed on left out, its number follows from what people decided, and each
 * of those has its line in the audit log besides.
 */
export function replaceAnswer(tx: Tx, current: Answer, row: Omit<Answer, 'version'>): Write[] {
  const replaced = exactlyOne(updateAnswer(tx, row, current.version), () => new Stale());
  return isTypedOn(asTyped(current), asTyped(row)) ? [replaced] : [replaced, insertPastAnswer(tx, current)];
}

const asTyped = ({ updatedBy, updatedAt, ...said }: Omit<Answer, 'version'>) => ({
  ...said,
  by: updatedBy,
  at: updatedAt.getTime(),
});

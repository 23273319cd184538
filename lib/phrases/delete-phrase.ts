import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { deletePhraseRow, phraseById } from '@/db/phrases';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

export const deletePhraseInput = z.object({ org: z.string(), phrase: z.string() });

/** Deletes a phrase; findings that were made from it keep their words. The audit log keeps what it was. */
export async function deletePhrase(
  ctx: ActorContext,
  { phrase }: Pick<z.output<typeof deletePhraseInput>, 'phrase'>,
): Promise<Result<null>> {
  const { db, actor } = ctx;
  const seen = await phraseById(db, actor.orgId, phrase);
  if (seen === undefined) return failed('not-found', 'There is no such phrase any more.');
  const { headline, text, recommendation, capabilities } = seen;
  const gone = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(deletePhraseRow(tx, seen), () => new Stale()),
      audited(ctx, tx, 'phrase.delete', phrase, { headline, text, recommendation, capabilities }),
    ]),
  );
  return gone ? done(null) : failed('conflict', 'Somebody changed this phrase meanwhile. Reload to see.');
}

import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { insertPhrase, phraseById, phrasesOfOrg, updatePhrase } from '@/db/phrases';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { ticked } from '../form-fields';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

export const savePhraseInput = z.object({
  org: z.string(),
  headline: plainText(LIMITS.title).min(1, 'enter a headline'),
  text: plainText(LIMITS.phrase).default(''),
  recommendation: plainText(LIMITS.phrase).default(''),
  capabilities: ticked,
  /** The phrase that is changed, with the version that the person saw; a new one where it is empty. */
  phrase: z.string().default(''),
  version: z.coerce.number().int().default(0),
});

/** More than one can find again. */
export const MOST_PHRASES = 500;

type Wanted = Omit<z.output<typeof savePhraseInput>, 'org'>;

/** Keeps a phrase of the organisation, new or changed. Two who change the same at once: the second is told. */
export async function savePhrase(
  ctx: ActorContext,
  { phrase, version, ...words }: Wanted,
): Promise<Result<{ id: string }>> {
  const { db, actor, now, newId } = ctx;
  const unknown = words.capabilities.find((id) => !ctx.content.capabilities.some((each) => each.id === id));
  if (unknown !== undefined) {
    const message = `There is no capability “${unknown}”.`;
    return failed('invalid', message, { fields: { capabilities: message } });
  }
  const by = { updatedBy: actor.userId, updatedAt: now };
  if (phrase === '') {
    if ((await phrasesOfOrg(db, actor.orgId)).length >= MOST_PHRASES)
      return failed('invalid', `There are ${MOST_PHRASES} phrases already. Delete one first.`);
    const id = newId();
    const row = { id, orgId: actor.orgId, ...words, ...by, createdBy: actor.userId, createdAt: now };
    await commit(db, (tx) => [
      insertPhrase(tx, row),
      audited(ctx, tx, 'phrase.create', id, { headline: words.headline }),
    ]);
    return done({ id });
  }
  const seen = await phraseById(db, actor.orgId, phrase);
  if (seen === undefined) return failed('not-found', 'There is no such phrase any more.');
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(updatePhrase(tx, { ...seen, version }, { ...words, ...by }), () => new Stale()),
      audited(ctx, tx, 'phrase.change', phrase, { headline: words.headline, before: seen.headline }),
    ]),
  );
  return saved
    ? done({ id: phrase })
    : failed('conflict', 'Somebody changed this phrase meanwhile. Copy what you wrote, and reload.');
}

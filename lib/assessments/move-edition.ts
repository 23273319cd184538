import 'server-only';
import * as z from 'zod';
import { bumpAssessment } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { keepEdition } from '@/db/frozen';
import type { Answer as AnswerRow } from '@/db/schema/answers';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { draftOnEdition } from './edition-change';
import { editionRow } from './editions';
import { replaceAnswer } from './replace-answer';

export const moveEditionInput = z.object({
  org: z.string(),
  id: z.string(),
  /** Hash of the edition whose differences were looked at. */
  edition: z.string(),
});

/**
 * Moves a draft to today's content. Nothing is deleted: answers to ladders that read differently are flagged for another look, and what
 * can no longer be left out as not applicable becomes unanswered, with its reason as a note.
 */
export async function moveEdition(
  ctx: ActorContext,
  { id, edition }: Pick<z.output<typeof moveEditionInput>, 'id' | 'edition'>,
): Promise<Result<null>> {
  const { db, now, content } = ctx;
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const found = await draftOnEdition(ctx, id);
    if (found === null) return failed('not-found', 'There is no such assessment.');
    const { loaded, change } = found;
    if (loaded.row.status !== 'draft')
      return failed(
        'finished',
        'This assessment is no draft and stays on the content that it was answered by.',
      );
    if (change === null) return failed('conflict', 'This draft is answered by today’s content already.');
    if (edition !== content.edition.hash)
      return failed('conflict', 'The content has changed again since. Look at the differences once more.');
    const { flagged, reopened } = change.differences;
    const rows = [
      ...flagged.flatMap((capability) => changed(loaded.answers.get(capability), asFlagged)),
      ...reopened.flatMap((capability) =>
        changed(loaded.answers.get(capability), (row) => asReopened(row, ctx)),
      ),
    ];
    const saved = await unlessStale(
      commit(db, (tx) => [
        exactlyOne(
          bumpAssessment(tx, loaded.row, { edition: content.edition.hash, updatedAt: now }),
          () => new Stale(),
        ),
        keepEdition(tx, editionRow(content)),
        ...rows.flatMap(({ stored, row }) => replaceAnswer(tx, stored, row)),
        audited(ctx, tx, 'assessment.configure', id, {
          ...{ edition: content.edition.version, from: loaded.content.edition.version },
          ...{ flagged: flagged.length, reopened: reopened.length },
        }),
      ]),
    );
    if (saved) return done(null);
  }
  return failed('conflict', 'Others are answering at this moment. Please try again.');
}

type NewRow = Omit<AnswerRow, 'version'>;

function changed(
  stored: AnswerRow | undefined,
  by: (row: NewRow) => NewRow,
): { stored: AnswerRow; row: NewRow }[] {
  if (stored === undefined) return [];
  const { version: _, ...row } = stored;
  return [{ stored, row: by(row) }];
}

/** Whose answer it is stays: nobody has answered anew. */
const asFlagged = (row: NewRow): NewRow => ({ ...row, flagged: true });

function asReopened(row: NewRow, { now, actor }: Pick<ActorContext, 'now' | 'actor'>): NewRow {
  const reason = row.value !== null && 'reason' in row.value ? row.value.reason : null;
  const note = [reason === null ? null : `Was not applicable: ${reason}`, row.note].filter(
    (text) => text !== null,
  );
  return { ...row, value: null, note: note.join('\n'), updatedAt: now, updatedBy: actor.userId };
}

import 'server-only';
import type * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { gatheringOf, whileAlone } from '@/db/gatherings';
import { insertOwnAnswer, ownAnswerBy, updateOwnAnswer, type Author } from '@/db/own-answers';
import { respondentById, whileAsked, type Asked } from '@/db/respondents';
import type { Assessment } from '@/db/schema/assessments';
import type { Gathering, OwnAnswer } from '@/db/schema/gatherings';
import type { OtherAnswer, SavedAnswer, saveAnswerInput } from '../assessments/save-answer';
import { contentOfDraft } from '../assessments/editions';
import { fixed } from '../assessments/fixed';
import { audited } from '../audited';
import type { Context } from '../context';
import { refusal } from '../domain/answers';
import { canonical } from '../domain/content';
import { unsigned } from '../domain/evidence';
import { done, failed, Stale, unlessBeaten, type Failure, type Result } from '../errors';
import { countAnswer } from '../running/metrics';

/** Somebody who answers alone, as the door or a link has shown them to be. */
export type Answerer = {
  /** `null` is a guest. */
  userId: string | null;
  respondent: Asked;
  assessment: Assessment;
  gathering: Gathering | undefined;
};

export type OwnBody = Omit<z.output<typeof saveAnswerInput>['body'], 'org' | 'as'>;

export const NOT_ASKED = 'You are no longer asked.';
export const IS_OPEN =
  'The answers are opened: nobody changes what they said alone any more. What you agree on comes next.';

/** By whom what a respondent said may be read: who this is. */
export const authorOf = ({ userId, respondent }: Pick<Answerer, 'userId' | 'respondent'>): Author => ({
  respondentId: respondent.id,
  ...(userId === null ? { guest: true as const } : { userId }),
});

/** Why nothing is written alone here (any more); `null` while it is. */
export function ownRefusal({
  respondent,
  assessment,
  gathering,
}: Omit<Answerer, 'userId'>): Failure<never> | null {
  if (respondent.removedAt !== null) return failed('finished', NOT_ASKED);
  if (gathering?.way !== 'alone')
    return failed('finished', 'This assessment is answered together now. Reload to see the shared answers.');
  if (gathering.openedAt !== null) return failed('finished', IS_OPEN);
  return fixed(assessment);
}

/**
 * Stores what one respondent says of one capability alone, guarded as a shared answer is: another tab's words are shown and not
 * overwritten, and saying the same again is no conflict. Whether it is opened and whether they are still asked is asked again in the
 * commit, so that nothing is written after either.
 */
export async function saveOwn(
  ctx: Context,
  who: Answerer,
  { capability, body }: { capability: string; body: OwnBody },
): Promise<Result<SavedAnswer, OtherAnswer>> {
  const { db, now } = ctx;
  const { respondent, assessment } = who;
  const { orgId } = assessment;
  const no = ownRefusal(who);
  if (no !== null) return no;
  const { capabilities } = await contentOfDraft(ctx, assessment);
  const ladder = capabilities.find((each) => each.id === capability);
  if (ladder === undefined) return failed('not-found', `There is no capability ${capability}.`);
  const refused = body.choice === null ? undefined : refusal(ladder, body.choice);
  if (refused !== undefined) return failed('invalid', refused);

  const current = await ownAnswerBy(db, orgId, authorOf(who), capability);
  const row = {
    ...{ orgId, assessmentId: assessment.id, respondentId: respondent.id, capability, updatedAt: now },
    ...{ value: body.choice, note: body.note === '' ? null : body.note },
    // Who added a piece is the author of all of it, and told, if at all, once it is opened.
    evidence: body.evidence.map(unsigned),
    ...{ flagged: body.flagged, vendorsSeenFirst: body.vendorsSeenFirst },
  };
  if ((current?.version ?? 0) !== body.seen) return settle(row, current);
  const begunAt = respondent.begunAt ?? now;
  const saved = await unlessBeaten(
    commit(db, (tx) => [
      exactlyOne(whileAlone(tx, row), () => new Stale()),
      exactlyOne(whileAsked(tx, { orgId, id: respondent.id, begunAt }), () => new Stale()),
      body.seen === 0
        ? insertOwnAnswer(tx, row)
        : exactlyOne(updateOwnAnswer(tx, row, body.seen), () => new Stale()),
      audited(doer(ctx, who), tx, 'assessment.answer-alone', assessment.id),
    ]),
  );
  if (saved) {
    countAnswer('alone');
    return done({ version: body.seen + 1, savedAt: now.toISOString() });
  }
  const met = await ownAnswerBy(db, orgId, authorOf(who), capability);
  if ((met?.version ?? 0) !== body.seen) return settle(row, met);
  const [asked, gathering] = await Promise.all([
    respondentById(db, orgId, respondent.id),
    gatheringOf(db, orgId, assessment.id),
  ]);
  if (asked === undefined) return failed('not-found', NOT_ASKED);
  return (
    ownRefusal({ respondent: asked, assessment, gathering }) ??
    failed('conflict', 'This assessment is changing at this moment. Please try again.')
  );
}

/** For the log. Where no names are shown it has none either: who sent so many answers at such a time could be told from it. */
export const doer = (ctx: Context, { userId, assessment: { orgId }, gathering }: Answerer) =>
  gathering?.named === true
    ? { ...ctx, actor: { orgId, userId } }
    : { ...ctx, place: null, actor: { orgId, userId: null } };

type NewRow = Omit<OwnAnswer, 'version'>;

/** Another version is there than was seen: the same words have arrived already, or another tab's are shown. */
function settle(row: NewRow, current: OwnAnswer | undefined): Result<SavedAnswer, OtherAnswer> {
  if (current === undefined) return failed('not-found', 'This answer is no longer there.');
  const { value, note, evidence, flagged, vendorsSeenFirst, version, updatedAt } = current;
  const at = updatedAt.toISOString();
  if (said(current) === said(row)) return done({ version, savedAt: at });
  return failed('conflict', 'Changed by you elsewhere meanwhile.', {
    detail: { value, note, evidence, flagged, vendorsSeenFirst, version, by: 'you', byYou: true, at },
  });
}

const said = ({ value, note, evidence, flagged }: NewRow): string =>
  canonical({ value, note, evidence, flagged });

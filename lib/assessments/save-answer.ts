import 'server-only';
import * as z from 'zod';
import { answerOf, insertAnswer } from '@/db/answers';
import { assessmentById, touchDraft } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { endEvidenceAskedOf } from '@/db/evidence-requests';
import { provisionsOfOrg } from '@/db/provisions';
import type { Answer as AnswerRow } from '@/db/schema/answers';
import { userById } from '@/db/users';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { refusal } from '../domain/answers';
import { dayOf } from '../domain/calendar';
import { canonical } from '../domain/content';
import { pieceKey, signed, unsigned } from '../domain/evidence';
import { LIMITS } from '../domain/limits';
import { evidenceSchema, exclusionFields, plainText, type Evidence } from '../domain/schema/answers';
import { rungSchema } from '../domain/schema/content';
import type { Rung } from '../domain/vocabulary';
import { blindRefusal } from '../gatherings/blind';
import { countAnswer } from '../running/metrics';
import { sourceOf } from '../teams/source-of';
import { done, failed, Stale, unlessBeaten, type Result } from '../errors';
import { contentOfDraft } from './editions';
import { fixed } from './fixed';
import { replaceAnswer } from './replace-answer';

export const choiceSchema = z.union(
  [
    z.strictObject({ rung: rungSchema.transform((rung) => rung as Rung) }),
    z.strictObject({
      notApplicable: z.literal(true),
      reason: plainText(LIMITS.reason).min(1, 'say why it does not apply'),
      ...exclusionFields,
    }),
    z.strictObject({ unknown: z.literal(true) }),
  ],
  { error: 'expected { rung: 0 to 4 }, { notApplicable: true, reason } or { unknown: true }' },
);

/** The body of `PUT /api/assessments/{id}/answers/{capability}`: the whole answer, and the version it replaces (0 for none). */
export const saveAnswerInput = z.object({
  id: z.string(),
  capability: z.string(),
  body: z.strictObject({
    org: z.string(),
    seen: z.int().min(0),
    choice: choiceSchema.nullable(),
    note: plainText(LIMITS.note).nullable(),
    evidence: z.array(evidenceSchema).max(LIMITS.evidence),
    flagged: z.boolean(),
    vendorsSeenFirst: z.boolean(),
    /** Whose answer it is, where a device says so: what one person left there is never stored as another's. */
    as: z.string().optional(),
  }),
});

export type SaveAnswerInput = z.output<typeof saveAnswerInput>;
export type SavedAnswer = { version: number; savedAt: string };
/** What somebody else wrote meanwhile, for the person to choose between the two. */
export type OtherAnswer = Pick<
  AnswerRow,
  'value' | 'note' | 'evidence' | 'flagged' | 'vendorsSeenFirst' | 'version'
> & {
  by: string;
  /** The same person, in another tab or on another device. */
  byYou: boolean;
  at: string;
};

/**
 * Stores one answer of a draft, guarded by the version that was seen: the second writer is told and loses nothing. Saying the same again
 * is no conflict, as a device repeats what it did not hear acknowledged.
 */
export async function saveAnswer(
  ctx: ActorContext,
  { id, capability, body }: SaveAnswerInput,
): Promise<Result<SavedAnswer, OtherAnswer>> {
  const { db, actor, now } = ctx;
  if (body.as !== undefined && body.as !== actor.userId)
    return failed('signed-out', 'Somebody else is signed in now. Sign in again to send your answers.');
  const needsReason = body.choice !== null && (body.note ?? '') === '';
  // Beside the other two, as it lies on the way of every answer and most organisations have none.
  const [draft, current, provisions, blind] = await Promise.all([
    assessmentById(db, actor.orgId, id),
    answerOf(db, actor.orgId, id, capability),
    needsReason ? provisionsOfOrg(db, actor.orgId) : [],
    blindRefusal(ctx, id),
  ]);
  if (draft === undefined) return failed('not-found', 'There is no such assessment.');
  const { capabilities } = await contentOfDraft(ctx, draft);
  const ladder = capabilities.find((each) => each.id === capability);
  if (ladder === undefined) return failed('not-found', `There is no capability ${capability}.`);
  const no = fixed(draft) ?? blind;
  if (no !== null) return no;
  const refused = body.choice === null ? undefined : refusal(ladder, body.choice);
  if (refused !== undefined) return failed('invalid', refused);
  if (provisions.length > 0) {
    const source = await sourceOf(ctx, draft.teamId, { capabilities });
    if (source?.answers[capability] !== undefined)
      return failed(
        'invalid',
        `${source.team.name} answers this for you. Say in the note why it differs here.`,
      );
  }

  const { evidence, isNew } = await signedBy(ctx, body.evidence, current?.evidence ?? []);
  const row = answerRow(ctx, { id, capability, body: { ...body, evidence } });
  if ((current?.version ?? 0) !== body.seen) return settle(ctx, row, current);
  const saved = await unlessBeaten(
    commit(db, (tx) => [
      exactlyOne(touchDraft(tx, { orgId: actor.orgId, id, updatedAt: now }), () => new Stale()),
      ...(current === undefined ? [insertAnswer(tx, row)] : replaceAnswer(tx, current, row)),
      ...(isNew
        ? [
            endEvidenceAskedOf(tx, {
              ...{ orgId: actor.orgId, assessmentId: id, capability },
              ...{ askedOf: actor.userId, endedAt: now },
            }),
          ]
        : []),
      audited(ctx, tx, 'assessment.answer', id, { capability }),
    ]),
  );
  if (saved) {
    countAnswer('shared');
    return done({ version: body.seen + 1, savedAt: now.toISOString() });
  }
  const met = await answerOf(db, actor.orgId, id, capability);
  // The answer is as it was seen, so it was the draft that changed: it is none any more.
  if ((met?.version ?? 0) === body.seen) {
    const changed = await assessmentById(db, actor.orgId, id);
    return changed === undefined
      ? failed(
          'not-found',
          'This assessment was deleted meanwhile. For 30 days it can be taken out of the bin.',
        )
      : (fixed(changed) ??
          (await blindRefusal(ctx, id)) ??
          failed('conflict', 'This assessment is changing at this moment. Please try again.'));
  }
  return settle(ctx, row, met);
}

/** The pieces as they are stored, and whether one is new; the name is looked up only then. */
async function signedBy(
  { db, actor, now }: ActorContext,
  pieces: readonly Evidence[],
  before: readonly Evidence[],
): Promise<{ evidence: Evidence[]; isNew: boolean }> {
  const known = new Set(before.map(pieceKey));
  const isNew = pieces.some((piece) => !known.has(pieceKey(piece)));
  const by = isNew ? ((await userById(db, actor.userId))?.name ?? 'somebody') : '';
  return { evidence: signed(pieces, before, { by, on: dayOf(now) }), isNew };
}

type NewRow = Omit<AnswerRow, 'version'>;

function answerRow({ actor, now }: ActorContext, { id, capability, body }: SaveAnswerInput): NewRow {
  const { choice: value, note, evidence, flagged, vendorsSeenFirst } = body;
  return {
    orgId: actor.orgId,
    assessmentId: id,
    capability,
    value,
    note: note === '' ? null : note,
    evidence,
    flagged,
    vendorsSeenFirst,
    updatedAt: now,
    updatedBy: actor.userId,
  };
}

/** The answer has another version than was seen: the same one by the same person has arrived already, or it is somebody's and is shown. */
async function settle(
  ctx: ActorContext,
  row: NewRow,
  current: AnswerRow | undefined,
): Promise<Result<SavedAnswer, OtherAnswer>> {
  if (current === undefined) return failed('not-found', 'This answer is no longer there.');
  if (current.updatedBy === row.updatedBy && said(current) === said(row)) {
    return done({ version: current.version, savedAt: current.updatedAt.toISOString() });
  }
  const { value, note, evidence, flagged, vendorsSeenFirst, version } = current;
  const by = (await userById(ctx.db, current.updatedBy))?.name ?? 'somebody';
  return failed('conflict', `Changed by ${by} meanwhile.`, {
    detail: {
      value,
      note,
      evidence,
      flagged,
      vendorsSeenFirst,
      version,
      by,
      byYou: current.updatedBy === row.updatedBy,
      at: current.updatedAt.toISOString(),
    },
  });
}

/** The same text for the same answer, however its keys were ordered on the way through a JSON column, and whoever added a piece when. */
const said = ({ value, note, evidence, flagged }: NewRow): string =>
  canonical({ value, note, evidence: evidence.map(unsigned), flagged });

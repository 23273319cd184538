import 'server-only';
import * as z from 'zod';
import { insertAnswer } from '@/db/answers';
import { touchDraft } from '@/db/assessments';
import type { Tx } from '@/db/client';
import { commit, exactlyOne, type Write } from '@/db/commit';
import type { Answer } from '@/db/schema/answers';
import { deleteSettlement, upsertSettlement } from '@/db/settlements';
import { audited } from '../audited';
import { fixed } from '../assessments/fixed';
import { replaceAnswer } from '../assessments/replace-answer';
import type { ActorContext } from '../context';
import { refusal } from '../domain/answers';
import { nextOpen, type DiscussionItem, type Voice } from '../domain/discussion';
import { pieceKey } from '../domain/evidence';
import { LIMITS } from '../domain/limits';
import type { Choice, Evidence } from '../domain/schema/answers';
import type { Rung } from '../domain/vocabulary';
import { done, failed, Stale, unlessBeaten, type Result } from '../errors';
import { formText } from '../form-fields';
import { discussionOf, type OpenDiscussion } from './discussion-of';

export const settleInput = z
  .object({
    org: z.string(),
    id: z.string(),
    capability: z.string(),
    /** Version of the shared answer that was seen; 0 for none. */
    seen: z.coerce.number().int().min(0),
    choice: z.enum(['0', '1', '2', '3', '4', 'd', 'n']).optional(),
    note: formText(LIMITS.note),
    /** Why it does not apply. */
    reason: formText(LIMITS.reason),
    /** `agree` sets the shared answer, `park` puts it off, `again` takes it up once more. */
    go: z.enum(['agree', 'park', 'again']),
  })
  .refine(({ go, choice }) => go !== 'agree' || choice !== undefined, {
    path: ['choice'],
    error: 'choose what was agreed on',
  })
  .refine(({ go, choice, reason }) => go !== 'agree' || choice !== 'n' || reason !== '', {
    path: ['reason'],
    error: 'say why it does not apply',
  });

const SAME_MOMENT = failed(
  'conflict',
  'Somebody settled or changed this at the same moment. Nothing was written; look at what stands now.',
);

export type Settled = {
  /** The next capability to talk about; `null` when all is settled or parked. */
  next: string | null;
};

/** What people agreed on after they had talked: it becomes the shared answer, beside what each had said. */
export async function settle(
  ctx: ActorContext,
  input: z.output<typeof settleInput>,
): Promise<Result<Settled>> {
  const opened = await discussionOf(ctx, input.id);
  if (!opened.ok) return opened;
  const { loaded, discussion } = opened.value;
  const no = fixed(loaded.row);
  if (no !== null) return no;
  const item = discussion.items.find(({ capability }) => capability === input.capability);
  const ladder = loaded.content.capabilities.find(({ id }) => id === input.capability);
  if (item === undefined || ladder === undefined)
    return failed('not-found', `This assessment asks no capability ${input.capability}.`);
  const choice = choiceOf(input);
  const refused = choice === null ? undefined : refusal(ladder, choice);
  if (refused !== undefined) return failed('invalid', refused);
  if ((loaded.answers.get(item.capability)?.version ?? 0) !== input.seen) return SAME_MOMENT;
  const saved = await unlessBeaten(
    commit(ctx.db, (tx) => writes(ctx, tx, { opened: opened.value, item, input, choice })),
  );
  if (!saved) return SAME_MOMENT;
  return done({ next: nextOpen(discussion.items, item.capability) });
}

function choiceOf({
  go,
  choice,
  reason,
}: Pick<z.output<typeof settleInput>, 'go' | 'choice' | 'reason'>): Choice | null {
  if (go !== 'agree' || choice === undefined) return null;
  if (choice === 'n') return { notApplicable: true, reason };
  return choice === 'd' ? { unknown: true } : { rung: Number(choice) as Rung };
}

type Settling = {
  opened: OpenDiscussion;
  item: DiscussionItem;
  input: z.output<typeof settleInput>;
  choice: Choice | null;
};

function writes(ctx: ActorContext, tx: Tx, { opened, item, input, choice }: Settling): Write[] {
  const { actor, now } = ctx;
  const { id, capability, go, note } = input;
  const row = { orgId: actor.orgId, assessmentId: id, capability };
  const state = { agree: 'agreed', park: 'parked', again: 'open' }[go];
  const stale = () => new Stale();
  return [
    exactlyOne(touchDraft(tx, { orgId: actor.orgId, id, updatedAt: now }), stale),
    ...(choice === null ? [] : answerWrites(ctx, tx, { opened, item, choice, note })),
    go === 'again'
      ? deleteSettlement(tx, row)
      : upsertSettlement(tx, {
          ...{ ...row, state: go === 'agree' ? 'agreed' : 'parked' },
          ...{ settledBy: actor.userId, settledAt: now },
        }),
    audited(ctx, tx, 'assessment.settle', id, { capability, state }),
  ];
}

/** The shared answer, in the place of the one that was read, with the evidence that people named. */
export function answerWrites(
  { actor, now }: ActorContext,
  tx: Tx,
  {
    opened,
    item,
    choice,
    note,
  }: { opened: OpenDiscussion; item: DiscussionItem; choice: Choice; note: string },
): Write[] {
  const { answers, gathering, row: assessment } = opened.loaded;
  const before = answers.get(item.capability);
  const row: Omit<Answer, 'version'> = {
    ...{ orgId: actor.orgId, assessmentId: assessment.id, capability: item.capability },
    ...{ value: choice, note: note === '' ? null : note },
    evidence: gathered(before?.evidence ?? [], item.voices, gathering?.named === true),
    ...{ flagged: false, vendorsSeenFirst: before?.vendorsSeenFirst ?? false },
    ...{ updatedAt: now, updatedBy: actor.userId },
  };
  return before === undefined ? [insertAnswer(tx, row)] : replaceAnswer(tx, before, row);
}

/** Each piece once, as many as an answer may have; with the name of who named it, where that was promised to be shown. */
function gathered(before: readonly Evidence[], voices: readonly Voice[], named: boolean): Evidence[] {
  const said = voices.flatMap(({ who, evidence }) =>
    evidence.map((piece) => (named ? { ...piece, by: who } : piece)),
  );
  const byKey = new Map([...said.toReversed(), ...before].map((piece) => [pieceKey(piece), piece]));
  return [...before, ...said]
    .filter((piece) => byKey.get(pieceKey(piece)) === piece)
    .slice(0, LIMITS.evidence);
}

import 'server-only';
import * as z from 'zod';
import { assessmentById, claim } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { gatheringOf, insertGathering, updateGathering } from '@/db/gatherings';
import { countAlone } from '@/db/own-answers';
import { respondentsOf } from '@/db/respondents';
import { answersOf } from '@/db/answers';
import type { Gathering } from '@/db/schema/gatherings';
import { fixed } from '../assessments/fixed';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { GATHERING_WAYS } from '../domain/vocabulary';
import { done, failed, Stale, unlessBeaten, type Failure, type Result } from '../errors';
import { emptyOr } from '../form-fields';

export const setGatheringInput = z.object({
  org: z.string(),
  id: z.string(),
  way: z.enum(GATHERING_WAYS, 'choose one of the two ways'),
  named: z.enum(['yes', 'no']).default('yes'),
  guests: z.literal('yes').optional(),
  dueOn: emptyOr(z.iso.date('expected a day')),
  /** What stood in the form, as `settingsText` writes it: somebody else's change is not overwritten. */
  seen: z.string(),
});

type Settings = Pick<Gathering, 'way' | 'named' | 'guests' | 'dueOn'>;

const NOTHING_SET: Settings = { way: 'together', named: true, guests: false, dueOn: null };

/** How an assessment is answered, also where nobody has said. */
export const settingsOf = (row: Gathering | undefined): Settings => row ?? NOTHING_SET;

export const settingsText = ({ way, named, guests, dueOn }: Settings): string =>
  JSON.stringify([way, named, guests, dueOn]);

/**
 * Sets how an assessment is answered. What the first screen has promised holds: once somebody has answered alone, neither the way nor
 * whether names are shown changes any more, and *each alone* begins with an assessment in which nothing is answered yet.
 */
export async function setGathering(
  ctx: ActorContext,
  input: Omit<z.output<typeof setGatheringInput>, 'org'>,
): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const { id, way } = input;
  const wanted: Settings = {
    ...{ way, named: input.named === 'yes', guests: input.guests === 'yes' },
    dueOn: input.dueOn === '' ? null : input.dueOn,
  };
  // Somebody who answers meanwhile counts a version up; whether that matters is decided anew.
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const [assessment, present] = await Promise.all([
      assessmentById(db, actor.orgId, id),
      gatheringOf(db, actor.orgId, id),
    ]);
    if (assessment === undefined) return failed('not-found', 'There is no such assessment.');
    const no = fixed(assessment) ?? (await refusal(ctx, id, { present, wanted, seen: input.seen }));
    if (no !== null) return no;
    const saved = await unlessBeaten(
      commit(db, (tx) => [
        exactlyOne(claim(tx, assessment), () => new Stale()),
        present === undefined
          ? insertGathering(tx, {
              ...{ ...wanted, orgId: actor.orgId, assessmentId: id },
              ...{ createdBy: actor.userId, createdAt: now },
            })
          : exactlyOne(updateGathering(tx, present, wanted), () => new Stale()),
        audited(ctx, tx, 'assessment.gather', id, wanted),
      ]),
    );
    if (saved) return done(null);
  }
  return failed('conflict', 'Others are answering at this moment. Please try again.');
}

async function refusal(
  { db, actor }: ActorContext,
  id: string,
  { present, wanted, seen }: { present: Gathering | undefined; wanted: Settings; seen: string },
): Promise<Failure<never> | null> {
  const before = settingsOf(present);
  if (present?.openedAt != null)
    return failed('finished', 'The answers are opened: how they were given no longer changes.');
  if (settingsText(before) !== seen)
    return failed('conflict', 'Somebody changed this meanwhile. Reload to see what they set.');
  const promised = before.way !== wanted.way || (before.way === 'alone' && before.named !== wanted.named);
  if (promised && (await countAlone(db, actor.orgId, id)) > 0)
    return failed(
      'finished',
      before.way === wanted.way
        ? 'Somebody has answered already, and was told whether their name is shown: that no longer changes.'
        : 'Somebody has answered alone already, and was told that nobody reads it: the way no longer changes. Copy the assessment to ask in another way.',
    );
  const people = (await respondentsOf(db, actor.orgId, id)).filter(({ removedAt }) => removedAt === null);
  if (people.some(({ userId }) => userId === null) && wanted.way === 'together')
    return failed(
      'invalid',
      'Guests and people who are interviewed answer alone. Remove them first, or leave the way as it is.',
    );
  if (people.some(({ userId, recordedBy }) => userId === null && recordedBy === null) && !wanted.guests)
    return failed('invalid', 'Guests are asked already. Remove them first, or leave guests allowed.');
  // What was stated of criteria may come from the round before, and is nobody's own answer.
  if (
    before.way === 'together' &&
    wanted.way === 'alone' &&
    (await answersOf(db, actor.orgId, id)).length > 0
  )
    return failed(
      'invalid',
      'There are shared answers already, which everybody sees. Each alone begins with an assessment in which nothing is answered: start another one.',
    );
  return null;
}

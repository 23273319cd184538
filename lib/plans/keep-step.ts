import 'server-only';
import * as z from 'zod';
import { exactlyOne } from '@/db/commit';
import { insertPlanStep, planOfTeam, planStepsOf, updatePlanStep, type PlanStep } from '@/db/plans';
import { teamBySlug } from '@/db/teams';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { STEP_STATUSES } from '../domain/plan-promise';
import { evidenceSchema, plainText, webAddress } from '../domain/schema/answers';
import { done, failed, Stale, unlessBeaten, type Result } from '../errors';
import { emptyOr } from '../form-fields';
import { commitWithStanding } from './commit-with-standing';
import { keptIn } from './roadmap-of';
import { dayOf } from '../domain/calendar';

export const keepStepInput = z.object({
  org: z.string(),
  /** Slug. */
  team: z.string(),
  step: z.string(),
  /** Of what is kept already, as the person saw it; 0 for nothing. */
  version: z.coerce.number().int().min(0),
  owner: plainText(LIMITS.title).default(''),
  status: z.enum(STEP_STATUSES),
  dueOn: emptyOr(z.iso.date({ error: 'expected a date such as 2027-01-04' })),
  ticket: emptyOr(webAddress),
  note: plainText(LIMITS.note).default(''),
  evidenceTitle: plainText(LIMITS.title).default(''),
  evidenceUrl: emptyOr(webAddress),
});

type Wanted = Omit<z.output<typeof keepStepInput>, 'org'>;

const MEANWHILE = 'Somebody changed this step meanwhile. Reload to see theirs; yours is still in the fields.';

/**
 * Keeps who does a step of a team's plan, how far it is, until when, and where it is tracked. Done asks for evidence. A step that goes on
 * after it was accepted has to be accepted anew. Of two who change it at once the second is told.
 */
export async function keepStep(ctx: ActorContext, wanted: Wanted): Promise<Result<null>> {
  const { actor, now } = ctx;
  const found = await plannedStep(ctx, wanted.team, wanted.step);
  if (found === null) return failed('not-found', 'There is no such step in the plan of this team.');
  const { teamId, seen } = found;
  if ((seen?.version ?? 0) !== wanted.version) return failed('conflict', MEANWHILE);
  const added = evidenceOf(wanted);
  if (added === null && wanted.evidenceUrl !== '')
    return failed('invalid', 'A piece of evidence needs a name.', {
      fields: { evidenceTitle: 'name what the address shows' },
    });
  const evidence = [...(seen?.evidence ?? []), ...(added === null ? [] : [added])];
  if (evidence.length > LIMITS.evidence)
    return failed('invalid', `A step holds at most ${LIMITS.evidence} pieces of evidence.`, {
      fields: { evidenceTitle: 'there are as many as it holds; put it into the note' },
    });
  if (wanted.status === 'done' && evidence.length === 0)
    return failed('invalid', 'Done needs something to show.', {
      fields: { evidenceTitle: 'name what shows that it is done' },
    });
  const isDone = wanted.status === 'done';
  const row = {
    owner: wanted.owner === '' ? null : wanted.owner,
    status: wanted.status,
    dueOn: wanted.dueOn === '' ? null : wanted.dueOn,
    ticket: wanted.ticket === '' ? null : wanted.ticket,
    note: wanted.note === '' ? null : wanted.note,
    evidence,
    doneOn: isDone ? (seen?.doneOn ?? dayOf(now)) : null,
    acceptedBy: isDone ? (seen?.acceptedBy ?? null) : null,
    acceptedAt: isDone ? (seen?.acceptedAt ?? null) : null,
    updatedAt: now,
    updatedBy: actor.userId,
  };
  const saved = await unlessBeaten(
    commitWithStanding(ctx, { team: teamId, kept: keptIn({ ...row, step: wanted.step }) }, (tx) => [
      seen === undefined
        ? insertPlanStep(tx, { ...row, orgId: actor.orgId, teamId, step: wanted.step })
        : exactlyOne(updatePlanStep(tx, seen, row), () => new Stale()),
      audited(ctx, tx, 'plan.keep', teamId, { step: wanted.step, status: row.status }),
    ]),
  );
  return saved ? done(null) : failed('conflict', MEANWHILE);
}

const evidenceOf = ({ evidenceTitle: title, evidenceUrl: url }: Wanted) =>
  title === '' ? null : evidenceSchema.parse({ title, ...(url !== '' && { url }) });

/** A step of the plan that a team follows, with what is kept about it; `null` where there is no such plan or step. */
export async function plannedStep(
  { db, actor }: ActorContext,
  slug: string,
  step: string,
): Promise<{ teamId: string; seen: PlanStep | undefined } | null> {
  const team = await teamBySlug(db, actor.orgId, slug);
  if (team === undefined) return null;
  const [plan, kept] = await Promise.all([
    planOfTeam(db, actor.orgId, team.id),
    planStepsOf(db, actor.orgId, team.id),
  ]);
  if (plan?.promise.steps.some(({ id }) => id === step) !== true) return null;
  return { teamId: team.id, seen: kept.find((each) => each.step === step) };
}

import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { scenarioById, updateScenario } from '@/db/scenarios';
import { loadAssessment } from '../assessments/load-assessment';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { stepId } from '../domain/roadmap-work';
import { plainText } from '../domain/schema/answers';
import type { Adjustment } from '../domain/schema/roster';
import { texts } from '../form-fields';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional();

export const adjustStepInput = z.object({
  org: z.string(),
  /** The assessment. */
  id: z.string(),
  scenario: z.string(),
  version: z.coerce.number().int(),
  step: z.string(),
  notBefore: unlessEmpty(z.iso.date({ error: 'expected a date such as 2027-01-04' })),
  excluded: plainText(LIMITS.reason).optional(),
  inProgress: z.literal('on').optional(),
  /** Roles of the step, and their person-days in the same order. */
  roles: texts,
  days: texts,
});

type Wanted = Omit<z.output<typeof adjustStepInput>, 'org'>;

/**
 * What a person changes about one step of a scenario: not before a day, left out for a reason, in progress, other efforts. Fields that are
 * empty, and efforts as the content has them, are no change. Of two who change the scenario at once the second is told.
 */
export async function adjustStep(ctx: ActorContext, wanted: Wanted): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const { id, scenario, version, step } = wanted;
  const [loaded, seen] = await Promise.all([
    loadAssessment(ctx, id),
    scenarioById(db, actor.orgId, scenario),
  ]);
  if (loaded === null || seen === undefined || seen.assessmentId !== id)
    return failed('not-found', 'There is no such scenario.');
  const climb = loaded.content.capabilities
    .flatMap((each) => each.steps.map((own) => ({ id: stepId(each.id, own.to), effort: own.effort })))
    .find((each) => each.id === step);
  if (climb === undefined) return failed('not-found', 'There is no such step.');
  const effort = effortOf(wanted, climb.effort);
  if (!effort.ok) return effort;
  const adjustment: Adjustment = {
    ...(wanted.notBefore !== undefined && { notBefore: wanted.notBefore }),
    ...(wanted.excluded !== undefined && wanted.excluded !== '' && { excluded: wanted.excluded }),
    ...(wanted.inProgress !== undefined && { inProgress: true as const }),
    ...(effort.value !== null && { effort: effort.value }),
  };
  const { [step]: _before, ...others } = seen.input.adjustments;
  const adjustments = Object.keys(adjustment).length === 0 ? others : { ...others, [step]: adjustment };
  const changes = { input: { ...seen.input, adjustments }, updatedBy: actor.userId, updatedAt: now };
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(updateScenario(tx, { ...seen, version }, changes), () => new Stale()),
      audited(ctx, tx, 'scenario.change', scenario, { step, adjustment }),
    ]),
  );
  return saved
    ? done(null)
    : failed('conflict', 'Somebody changed this scenario meanwhile. Reload to see theirs.');
}

/** The efforts of a form where they differ from those of the content; `null` where none does. */
function effortOf(
  { roles, days }: Pick<Wanted, 'roles' | 'days'>,
  stated: Readonly<Record<string, number>>,
): Result<Record<string, number> | null> {
  const effort: Record<string, number> = {};
  for (const [role, own] of Object.entries(stated)) {
    const text = days[roles.indexOf(role)]?.trim().replace(',', '.') ?? '';
    const number = text === '' ? own : Number(text);
    if (!(number >= 0 && number <= LIMITS.stepDays)) {
      const message = `expected person-days between 0 and ${LIMITS.stepDays.toLocaleString('en')}`;
      return failed('invalid', message, { fields: { days: message } });
    }
    effort[role] = number;
  }
  const same = Object.entries(stated).every(([role, own]) => effort[role] === own);
  return done(same ? null : effort);
}

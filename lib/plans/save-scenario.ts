import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { insertScenario, scenarioById, scenariosOf, updateScenario } from '@/db/scenarios';
import { loadAssessment } from '../assessments/load-assessment';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { checkInput } from './check-input';

export const saveScenarioInput = z.object({
  org: z.string(),
  /** The assessment. */
  id: z.string(),
  name: plainText(LIMITS.title).min(1, 'is empty'),
  /** JSON of a `PlanInput`. */
  input: z.string().max(100_000, 'is too long'),
  /** The scenario that is changed, with the version that the person saw; a new one where it is empty. */
  scenario: z.string().default(''),
  version: z.coerce.number().int().default(0),
});

/** As many as one can tell apart. */
export const MOST_SCENARIOS = 20;

type Wanted = Pick<z.output<typeof saveScenarioInput>, 'id' | 'name' | 'input' | 'scenario' | 'version'>;

/** Keeps a climb as it is set up under a name. Gives its id. Two who save the same scenario at once: the second is told. */
export async function saveScenario(
  ctx: ActorContext,
  { id, name, input: raw, scenario, version }: Wanted,
): Promise<Result<{ id: string }>> {
  const { db, actor, now, newId } = ctx;
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) return failed('not-found', 'There is no such assessment.');
  const checked = checkInput(loaded.content, raw);
  if (!checked.ok) return checked;
  const input = checked.value;
  const by = { updatedBy: actor.userId, updatedAt: now };
  if (scenario === '') {
    const others = await scenariosOf(db, actor.orgId, id);
    if (others.length >= MOST_SCENARIOS)
      return failed('invalid', `There are ${MOST_SCENARIOS} scenarios already. Delete one first.`);
    const made = newId();
    const row = { id: made, orgId: actor.orgId, assessmentId: id, name, input, ...by };
    await commit(db, (tx) => [
      insertScenario(tx, { ...row, createdBy: actor.userId, createdAt: now }),
      audited(ctx, tx, 'scenario.create', made, { assessment: id, name }),
    ]);
    return done({ id: made });
  }
  const seen = await scenarioById(db, actor.orgId, scenario);
  if (seen === undefined || seen.assessmentId !== id)
    return failed('not-found', 'There is no such scenario.');
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(updateScenario(tx, { ...seen, version }, { name, input, ...by }), () => new Stale()),
      audited(ctx, tx, 'scenario.change', scenario, { name }),
    ]),
  );
  return saved
    ? done({ id: scenario })
    : failed(
        'conflict',
        'Somebody changed this scenario meanwhile. Save yours under another name, or reload to see theirs.',
      );
}

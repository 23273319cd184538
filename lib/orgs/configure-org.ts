import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { updateOrg } from '@/db/orgs';
import type { Org } from '@/db/schema/orgs';
import { chosenQuestionnaires } from '../assessments/start-assessment';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { MODEL_IDS } from '../domain/vocabulary';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

export const configureOrgInput = z.object({
  org: z.string(),
  name: plainText(LIMITS.title).min(1, 'enter the name of the organisation'),
  questionnaires: chosenQuestionnaires,
  /** The questionnaire whose levels the organisation page speaks of first. */
  lead: z.enum(MODEL_IDS).optional(),
});

/** Changes the name and by which questionnaires the organisation is measured; a lead that is not chosen is no lead. */
export async function configureOrg(
  ctx: ActorContext & { org: Org },
  input: z.output<typeof configureOrgInput>,
): Promise<Result<null>> {
  const { org } = ctx;
  const chosen = MODEL_IDS.filter((id) => input.questionnaires.includes(id));
  const questionnaires = chosen.toSorted((a, b) => Number(b === input.lead) - Number(a === input.lead));
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(updateOrg(tx, org, { name: input.name, questionnaires }), () => new Stale()),
      audited(ctx, tx, 'org.configure', org.id, { questionnaires }),
    ]),
  );
  return saved
    ? done(null)
    : failed('conflict', 'Somebody changed these settings meanwhile. Reload to see them.');
}

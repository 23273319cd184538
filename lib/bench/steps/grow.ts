import { insertAssessment } from '@/db/assessments';
import { database } from '@/db/client';
import { keepEdition } from '@/db/frozen';
import { migrate } from '@/db/migrate';
import { upsertScore } from '@/db/scores';
import { editionRow } from '../../assessments/editions';
import { newContext } from '../../context';
import { simulateOrganisation } from '../../demo/organisation';
import type { assessmentWrites } from '../../demo/seed-assessment';
import { seedOrganisation } from '../../demo/seed-organisation';
import { seedSimulatedPlans } from '../../demo/seed-simulated-plans';
import { scoringBasis } from '../../domain/requirements';
import { score } from '../../domain/score';
import { storedScore } from '../../domain/stored-score';

export type Grown = { finished: number; drafts: number; plans: number };

/**
 * A simulated organisation of which no answer is kept and nothing is frozen, as a scorecard reads neither: teams, assessments, the scores
 * that the domain gives them, roll-ups, and plans with how they stand. In minutes, where all of it would take hours.
 */
export async function grow([teams = 0, rounds = 0, seed = 0]: readonly number[]): Promise<Grown> {
  await migrate(database());
  const ctx = newContext();
  const organisation = simulateOrganisation(ctx.content, { teams, rounds, seed });
  const written = await seedOrganisation(ctx, organisation, () => undefined, scoreWrites);
  return { ...written, plans: await seedSimulatedPlans(ctx, organisation) };
}

const scoreWrites: typeof assessmentWrites = (
  { content },
  { id, orgId, team, title, by, begun, finished, assessment },
) => {
  const { answers, statements, questionnaires, scope, targets, date } = assessment;
  const summary =
    finished === null
      ? null
      : storedScore(content, score(scoringBasis(content, questionnaires), answers, statements, date));
  const { edition, measure } = content;
  const row = { id, orgId, teamId: team, title, scope, questionnaires, targets, assessedOn: date };
  return (tx) => [
    ...(finished === null ? [keepEdition(tx, editionRow(content))] : []),
    insertAssessment(tx, {
      ...row,
      ...{
        status: finished === null ? 'draft' : 'finished',
        edition: finished === null ? edition.hash : null,
      },
      ...{ createdBy: by, createdAt: begun, updatedAt: finished ?? begun },
      ...{ finishedAt: finished, finishedBy: finished === null ? null : by },
    }),
    ...(summary === null || finished === null
      ? []
      : [
          upsertScore(tx, {
            ...{
              assessmentId: id,
              orgId,
              teamId: team,
              edition: edition.hash,
              contentVersion: edition.version,
            },
            ...{ measure, summary, computedAt: finished },
          }),
        ]),
  ];
};

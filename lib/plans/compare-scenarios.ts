import 'server-only';
import { planStepsOf } from '@/db/plans';
import { scenariosOf } from '@/db/scenarios';
import type { LoadedAssessment } from '../assessments/load-assessment';
import type { ActorContext } from '../context';
import type { Roadmap } from '../domain/roadmap';
import { roadmapOf } from './roadmap-of';

export type ComparedScenario = { id: string; name: string; roadmap: Roadmap };

export type ComparedScenarios = {
  /** Two or three, side by side. */
  compared: ComparedScenario[];
  all: { id: string; name: string }[];
};

/** So many stand side by side on a screen and on paper. */
const MOST = 3;

/** The scenarios that were asked for, or the first ones, each with its schedule from what is answered now. */
export async function compareScenarios(
  { db, actor }: ActorContext,
  loaded: LoadedAssessment,
  asked: readonly string[],
): Promise<ComparedScenarios> {
  const [all, steps] = await Promise.all([
    scenariosOf(db, actor.orgId, loaded.row.id),
    planStepsOf(db, actor.orgId, loaded.team.id),
  ]);
  const chosen = all.filter(({ id }) => asked.includes(id));
  const compared = (chosen.length > 1 ? chosen : all).slice(0, MOST).map(({ id, name, input }) => {
    return { id, name, roadmap: roadmapOf(loaded, steps, input) };
  });
  return { compared, all: all.map(({ id, name }) => ({ id, name })) };
}

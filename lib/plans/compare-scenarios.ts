import 'server-only';
import { scenariosOf } from '@/db/scenarios';
import type { LoadedAssessment } from '../assessments/load-assessment';
import type { ActorContext } from '../context';
import { buildRoadmap, type Roadmap } from '../domain/roadmap';

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
  { row, content, assessment }: LoadedAssessment,
  asked: readonly string[],
): Promise<ComparedScenarios> {
  const all = await scenariosOf(db, actor.orgId, row.id);
  const chosen = all.filter(({ id }) => asked.includes(id));
  const compared = (chosen.length > 1 ? chosen : all).slice(0, MOST).map(({ id, name, input }) => {
    const { targets, ...settings } = input;
    return { id, name, roadmap: buildRoadmap(content, { ...assessment, targets }, settings) };
  });
  return { compared, all: all.map(({ id, name }) => ({ id, name })) };
}

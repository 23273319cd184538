import 'server-only';
import { newestFinishedScores } from '@/db/scores';
import type { ActorContext } from '../context';
import type { Aims } from '../domain/aims';
import { mergeRollups, type RollupPart } from '../domain/rollup';
import { buildScorecard, type Scorecard, type ScorecardUnit } from '../domain/scorecard';
import { teamRollup } from '../domain/team-rollup';
import type { ModelId } from '../domain/vocabulary';
import type { ChosenTeams } from './chosen-teams';
import type { SurveyedTeam } from './survey-tree';

/** Rows of the heat map. */
const ROWS = 12;

/** The scorecard of some teams alone, made of their newest scores; without quarters, as those are of whole units. */
export async function scorecardOfTeams(
  { db, actor, content }: ActorContext,
  questionnaires: readonly ModelId[],
  { scored, waiting }: Pick<ChosenTeams, 'scored' | 'waiting'>,
  aims: Aims,
): Promise<Scorecard> {
  const ids = scored.map(({ id }) => id);
  const scores = ids.length === 0 ? [] : await newestFinishedScores(db, actor.orgId, ids);
  const before = new Map(scores.filter(({ place }) => place === 2).map((each) => [each.team.id, each.score]));
  const parts = scores
    .filter(({ place }) => place === 1)
    .map(({ team, score, assessment }) => ({
      node: team.id,
      rollup: teamRollup({
        ...{ team: team.id, date: assessment.assessedOn, version: score.contentVersion },
        ...{ score: score.summary, before: before.get(team.id)?.summary ?? null },
      }),
    }));
  return buildScorecard(
    content,
    {
      all: mergeRollups(parts),
      expected: scored.length + waiting.length,
      units: rowsOf([...scored, ...waiting], parts),
      quarters: [],
      aims,
    },
    questionnaires,
  );
}

/** A row for each team, or for each unit where there are too many teams; the units with most of them. */
function rowsOf(teams: readonly SurveyedTeam[], parts: readonly RollupPart[]): ScorecardUnit[] {
  const single = teams.length <= ROWS;
  const groups = new Map<string, SurveyedTeam[]>();
  for (const team of teams) {
    const key = single ? team.id : (team.parentId ?? '');
    groups.set(key, [...(groups.get(key) ?? []), team]);
  }
  const byTeam = new Map(parts.map((part) => [part.node, part]));
  return [...groups]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, ROWS)
    .map(([id, own]) => ({
      ...{ id, slug: id, expected: own.length },
      name: (single ? own[0]?.name : own[0]?.unit) ?? 'Without a unit',
      rollup: mergeRollups(own.flatMap((team) => byTeam.get(team.id) ?? [])),
    }));
}

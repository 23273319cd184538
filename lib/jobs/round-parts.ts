import 'server-only';
import type { NewPart } from '@/db/jobs';
import { assessmentsInRound, teamsOfRound, type Round, type RoundAssessment } from '@/db/rounds';
import type { Score } from '@/db/schema/assessments';
import { scoresOf } from '@/db/score-history';
import { teamsOfOrg } from '@/db/teams';
import type { ActorContext } from '../context';
import { levelText } from '../domain/labels';
import type { IndexLine } from '../domain/round-batch';
import { roundState } from '../domain/round-state';
import { pathsOf } from '../domain/team-tree';
import { MODEL_IDS, VENDORS, type ModelId } from '../domain/vocabulary';
import { assessedInRound, grouped, spanOf } from '../rounds/teams-in-round';
import { archiveNames } from './archive-names';

/** How many teams' scores are held at once. */
const TEAMS = 100;

const NOT_FINISHED = 'no finished assessment in this round';

/** A part for each team of a round in the order of the tree, with the assessment that it finished in it. */
export async function partsOfRound(
  ctx: ActorContext,
  round: Round,
  only: ModelId | null,
): Promise<NewPart[]> {
  const { db, actor } = ctx;
  const [teams, members, assessments] = await Promise.all([
    teamsOfOrg(db, actor.orgId),
    teamsOfRound(db, actor.orgId, round.id),
    assessmentsInRound(db, actor.orgId, round.id),
  ]);
  const paths = pathsOf(teams);
  const inRound = new Set(members.map(({ teamId }) => teamId));
  const byTeam = grouped(assessments, ({ teamId }) => teamId);
  const rows = teams
    .filter(({ id }) => inRound.has(id))
    .map(({ id, name, parentId }) => {
      const assessed = byTeam.get(id) ?? [];
      const state = roundState(spanOf(round), assessed.map(assessedInRound));
      const finished = state.kind === 'finished' ? assessed.find((each) => each.id === state.id) : undefined;
      const unit = parentId === null ? null : (paths.get(parentId) ?? null);
      return { name, unit, path: paths.get(id) ?? name, finished };
    })
    .toSorted((a, b) => collator.compare(a.path, b.path));
  const levels = await levelsOf(
    ctx,
    rows.flatMap(({ finished }) => finished?.id ?? []),
    only,
  );
  const files = archiveNames(
    rows.map(({ name, finished }) => [name, finished?.assessedOn ?? '']),
    'pdf',
  );
  return rows.map(({ name, unit, finished }, index) => {
    const why = leftOut(finished, only);
    const line: IndexLine = {
      ...{ team: name, unit, assessment: finished?.title ?? null, date: finished?.assessedOn ?? null },
      levels: levels.get(finished?.id ?? '') ?? {},
    };
    return {
      ...{ position: index + 1, line, error: why },
      ...{ assessmentId: why === null ? (finished?.id ?? null) : null },
      ...{ file: why === null ? (files[index] ?? null) : null },
      status: why === null ? 'waiting' : 'left-out',
    };
  });
}

/** Why there is no report of a team; `null` where there is one. */
function leftOut(finished: RoundAssessment | undefined, only: ModelId | null): string | null {
  if (finished === undefined) return NOT_FINISHED;
  return only === null || finished.questionnaires.includes(only)
    ? null
    : `its assessment has no ${VENDORS[only].name} questionnaire`;
}

async function levelsOf(
  { db, actor, content }: ActorContext,
  ids: readonly string[],
  only: ModelId | null,
): Promise<Map<string, IndexLine['levels']>> {
  const found = new Map<string, IndexLine['levels']>();
  for (let from = 0; from < ids.length; from += TEAMS)
    for (const { assessmentId, summary } of await scoresOf(db, actor.orgId, ids.slice(from, from + TEAMS)))
      found.set(assessmentId, wordsOf(summary, content, only));
  return found;
}

const wordsOf = (
  summary: Score['summary'],
  { models }: ActorContext['content'],
  only: ModelId | null,
): IndexLine['levels'] =>
  Object.fromEntries(
    MODEL_IDS.filter((model) => only === null || only === model).flatMap((model) => {
      const own = summary.models[model];
      return own === undefined ? [] : [[model, levelText(model, models[model].levels, own.level.certain)]];
    }),
  );

const collator = new Intl.Collator('en', { numeric: true });

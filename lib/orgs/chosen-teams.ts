import 'server-only';
import type { ActorContext } from '../context';
import type { ModelId } from '../domain/vocabulary';
import { done, failed, type Result } from '../errors';
import type { SurveyedTeam } from './survey-tree';
import { surveyUnit } from './survey-unit';
import { called, isOn, rowsOf, type TableQuery } from './team-table';

/** Which teams: of a unit, as the table of teams filters them, or these by slug. */
export type TeamChoice = Pick<TableQuery, 'unit' | 'named' | 'level'> & {
  teams?: readonly string[] | undefined;
};

export type ChosenTeams = {
  /** The unit that was asked for; `null` for the organisation. */
  unit: string | null;
  /** All teams there, and not a choice of them. */
  whole: boolean;
  /** With a finished assessment, by unit and name. */
  scored: SurveyedTeam[];
  /** Without one; a team without a score is on no level. */
  waiting: SurveyedTeam[];
};

/** The teams that a report over several is about. */
export async function chosenTeams(
  ctx: ActorContext,
  questionnaires: readonly ModelId[],
  { unit, named, level, teams }: TeamChoice,
): Promise<Result<ChosenTeams>> {
  const found = await surveyUnit(ctx, unit);
  if (found === null) return failed('not-found', `There is no unit ${unit}.`);
  const { nodes, root, survey } = found;
  const slugs = new Set([...survey.scored, ...survey.waiting].map(({ slug }) => slug));
  const unknown = teams?.find((slug) => !slugs.has(slug));
  if (unknown !== undefined) return failed('not-found', `There is no team ${unknown} here.`);
  const wanted = (team: SurveyedTeam) =>
    called(named)(team) && (teams === undefined || teams.includes(team.slug));
  const scored = survey.scored.filter(wanted);
  const onLevel =
    level === undefined
      ? null
      : new Set(
          (await rowsOf(ctx, scored, nodes, questionnaires))
            .filter(({ levels }) => isOn(levels, questionnaires[0], level))
            .map(({ slug }) => slug),
        );
  return done({
    unit: root?.name ?? null,
    whole: level === undefined && teams === undefined && (named ?? '').trim() === '',
    scored: onLevel === null ? scored : scored.filter(({ slug }) => onLevel.has(slug)),
    waiting: onLevel === null ? survey.waiting.filter(wanted) : [],
  });
}

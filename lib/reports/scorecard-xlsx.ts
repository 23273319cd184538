import 'server-only';
import type * as z from 'zod';
import { listDecisions } from '../decisions/list-decisions';
import { done, failed, type Result } from '../errors';
import { everyTeam } from '../orgs/team-table';
import { scorecardOf, type scorecardInput, type ScorecardContext } from './scorecard-of';
import { scorecardWorkbook } from './scorecard-workbook';
import { teamColumns } from './team-columns';

/** The scorecard and all its teams as a workbook. */
export async function scorecardXlsx(
  ctx: ScorecardContext,
  { unit: slug }: Pick<z.output<typeof scorecardInput>, 'unit'>,
): Promise<Result<{ xlsx: Uint8Array; nameParts: string[] }>> {
  const found = await scorecardOf(ctx, slug);
  if (!found.ok) return found;
  const { org, content } = ctx;
  const [teams, decisions] = await Promise.all([
    everyTeam(ctx, org.questionnaires, slug),
    slug === undefined ? listDecisions(ctx) : null,
  ]);
  if (teams === null) return failed('not-found', 'There is no such unit.');
  const { overview, unit, date, nameParts } = found.value;
  const xlsx = await scorecardWorkbook({
    scorecard: overview.scorecard,
    name: unit === null ? org.name : `${org.name}, ${unit}`,
    date,
    columns: teamColumns(content, org.questionnaires),
    teams,
    takes: overview.takes,
    together: overview.together,
    decisions: decisions === null ? null : [...decisions.open, ...decisions.settled],
  });
  return done({ xlsx, nameParts });
}

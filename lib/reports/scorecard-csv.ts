import 'server-only';
import type * as z from 'zod';
import { perCent } from '../domain/labels';
import { done, failed, type Result } from '../errors';
import { csvText } from '../export/csv';
import { everyTeam, type TeamLine } from '../orgs/team-table';
import { scorecardOf, type scorecardInput, type ScorecardContext } from './scorecard-of';
import { teamColumns, type TeamColumn } from './team-columns';

/** One line a team, for a spreadsheet or a program. */
export async function scorecardCsv(
  ctx: ScorecardContext,
  { unit }: Pick<z.output<typeof scorecardInput>, 'unit'>,
): Promise<Result<{ csv: string; nameParts: string[] }>> {
  const found = await scorecardOf(ctx, unit);
  if (!found.ok) return found;
  const lines = await everyTeam(ctx, ctx.org.questionnaires, unit);
  if (lines === null) return failed('not-found', 'There is no such unit.');
  const columns = teamColumns(ctx.content, ctx.org.questionnaires);
  const csv = csvText(
    columns.map(({ head, kind }) => (kind === 'share' ? `${head} in %` : head)),
    lines.map((line) => columns.map((column) => valueOf(column, line))),
  );
  return done({ csv, nameParts: found.value.nameParts });
}

function valueOf({ kind, of }: TeamColumn, line: TeamLine): string | number {
  const value = of(line) ?? '';
  if (typeof value === 'number') return kind === 'share' ? perCent(value) : value;
  return value;
}

import 'server-only';
import Papa from 'papaparse';
import type * as z from 'zod';
import { perCent } from '../domain/labels';
import { done, failed, type Result } from '../errors';
import { everyTeam, type TeamLine } from '../orgs/team-table';
import { scorecardOf, type scorecardInput, type ScorecardContext } from './scorecard-of';
import { teamColumns, type TeamColumn } from './team-columns';

/** Without it Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet may take for a formula, also after a space or a line end, and in full width; such a text gets an apostrophe. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

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
  const table = {
    fields: columns.map(({ head, kind }) => (kind === 'share' ? `${head} in %` : head)),
    data: lines.map((line) => columns.map((column) => valueOf(column, line))),
  };
  const csv = Papa.unparse(table, { escapeFormulae: FORMULA });
  return done({ csv: BYTE_ORDER_MARK + csv, nameParts: found.value.nameParts });
}

function valueOf({ kind, of }: TeamColumn, line: TeamLine): string | number {
  const value = of(line) ?? '';
  if (typeof value === 'number') return kind === 'share' ? perCent(value) : value;
  return value.toWellFormed();
}

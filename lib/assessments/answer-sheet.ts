import 'server-only';
import * as z from 'zod';
import type { ActorContext } from '../context';
import { domainOrder } from '../domain/answering-order';
import type { Said } from '../domain/merge-answers';
import { failed, done, type Result } from '../errors';
import { answerSheetXlsx } from '../export/answer-sheet-xlsx';
import { loadAssessment } from './load-assessment';

export const answerSheetInput = z.object({ org: z.string(), id: z.string() });

/** The questions of an assessment with what is answered, as a workbook to fill in offline; `importAnswers` reads it back. */
export async function answerSheet(
  ctx: ActorContext,
  { id }: Pick<z.output<typeof answerSheetInput>, 'id'>,
): Promise<Result<{ workbook: Uint8Array; nameParts: string[] }>> {
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) return failed('not-found', 'There is no such assessment.');
  const { row, team, content, answers } = loaded;
  const said = new Map<string, Said>(
    [...answers].map(([capability, { value, note, evidence }]) => [
      capability,
      { choice: value, note, evidence },
    ]),
  );
  const workbook = await answerSheetXlsx({
    ...{ title: `${team.name} · ${row.title}`, edition: content.edition.version, said },
    groups: domainOrder(content, row.questionnaires),
    capabilities: new Map(content.capabilities.map((each) => [each.id, each])),
    stampedAt: ctx.now,
  });
  return done({ workbook, nameParts: [team.name, row.title, 'answers'] });
}

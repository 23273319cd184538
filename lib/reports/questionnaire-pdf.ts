import 'server-only';
import * as z from 'zod';
import { loadAssessment } from '../assessments/load-assessment';
import { brandOf, withoutVersion } from '../brands/brand-of';
import type { Membership } from '../auth/enter';
import type { ActorContext } from '../context';
import { MODEL_IDS, VENDORS, PAPERS } from '../domain/vocabulary';
import { done, failed, type Result } from '../errors';
import { renderQuestionnairePdf } from '../pdf/render';
import type { ReportPdf } from './report-pdf';

export const questionnairePdfInput = z.object({
  org: z.string(),
  /** By our domains, or by the levels of one vendor. */
  order: z.enum(['domains', ...MODEL_IDS]).default('domains'),
  /** The assessment that it is for: its team, its questionnaires and its edition. */
  assessment: z.string().optional(),
  paper: z.enum(PAPERS).default('a4'),
});

type QuestionnaireContext = ActorContext & { org: Pick<Membership['org'], 'name' | 'questionnaires'> };

/** A blank questionnaire to fill in on paper: that of the organisation, or that of one assessment. */
export async function questionnairePdf(
  ctx: QuestionnaireContext,
  { order, assessment: id, paper }: Omit<z.output<typeof questionnairePdfInput>, 'org'>,
): Promise<Result<ReportPdf>> {
  const loaded = id === undefined ? undefined : await loadAssessment(ctx, id);
  if (loaded === null) return failed('not-found', 'There is no such assessment.');
  const questionnaires = loaded?.assessment.questionnaires ?? ctx.org.questionnaires;
  if (order !== 'domains' && !questionnaires.includes(order)) {
    const whose = loaded === undefined ? 'This organisation' : 'This assessment';
    return failed('not-found', `${whose} has no ${VENDORS[order].name} questionnaire.`);
  }
  const brand = withoutVersion(await brandOf(ctx, ctx.org.name));
  const { pdf } = await renderQuestionnairePdf(loaded?.content ?? ctx.content, {
    ...{ order, paper, questionnaires, organisation: brand.name },
    ...(loaded !== undefined && { team: loaded.team.name }),
    brand: { firm: null, client: brand },
  });
  const vendor = order === 'domains' ? [] : [VENDORS[order].name];
  return done({ pdf, nameParts: [loaded?.team.name ?? brand.name, 'MLOps questionnaire', ...vendor] });
}

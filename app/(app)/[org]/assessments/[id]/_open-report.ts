import { notFound } from 'next/navigation';
import { cache } from 'react';
import { loadAssessment } from '@/lib/assessments/load-assessment';
import { reportFrom } from '@/lib/assessments/report-of';
import { requireMember } from '@/lib/auth/actor';
import { can, type Action } from '@/lib/domain/policy';
import { MODEL_IDS } from '@/lib/domain/vocabulary';

/** The assessment, read once for all parts of a page. */
export const openAssessment = cache(loadAssessment);

/** The report that results, gaps and report page show, read once for page and title; `view` narrows it to one questionnaire. */
export const openReport = cache(async (org: string, id: string, view: unknown, tab: string) => {
  const only = MODEL_IDS.find((model) => model === view);
  const query = only === undefined ? '' : `?view=${only}`;
  const member = await requireMember(
    { org, assessment: id },
    'org.read',
    `/${org}/assessments/${id}/${tab}${query}`,
  );
  const loaded = await openAssessment(member.ctx, id);
  if (loaded === null) notFound();
  const { questionnaires } = loaded.assessment;
  if (only !== undefined && !questionnaires.includes(only)) notFound();
  const report = await reportFrom(member.ctx, loaded, member.org.name, only);
  const may = (action: Action) => can(member.ctx.actor, action, { orgId: member.org.id });
  return { ...member, loaded, report, questionnaires, may, only, base: `/${org}/assessments/${id}` };
});

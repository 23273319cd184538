import { notFound } from 'next/navigation';
import { cache } from 'react';
import { reportOf } from '@/lib/assessments/report-of';
import { requireMember } from '@/lib/auth/actor';
import { can, type Action } from '@/lib/domain/policy';
import { MODEL_IDS } from '@/lib/domain/vocabulary';

/** The report that results, gaps and report page show, read once for page and title; `view` narrows it to one questionnaire. */
export const openReport = cache(async (org: string, id: string, view: unknown, tab: string) => {
  const only = MODEL_IDS.find((model) => model === view);
  const query = only === undefined ? '' : `?view=${only}`;
  const member = await requireMember(org, 'org.read', `/${org}/assessments/${id}/${tab}${query}`);
  const found = await reportOf(member.ctx, id, member.org.name, only);
  if (found === null) notFound();
  const { questionnaires } = found.loaded.assessment;
  if (only !== undefined && !questionnaires.includes(only)) notFound();
  const may = (action: Action) => can(member.ctx.actor, action, { orgId: member.org.id });
  return { ...member, ...found, questionnaires, may, only, base: `/${org}/assessments/${id}` };
});

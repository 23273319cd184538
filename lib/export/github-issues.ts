import { markdownOf } from './markdown';
import { planItems, type PlanItem, type PlanToExport } from './plan-items';

export type GithubIssue = { title: string; body: string; labels: string[] };

/**
 * An issue for each step, as `POST /repos/{owner}/{repo}/issues` takes them one by one. Milestones are numbers of the repository and
 * assignees its members: nobody here knows either, so both are left to the reader.
 */
export const githubIssues = (plan: PlanToExport): string =>
  `${JSON.stringify(planItems(plan).map(issueOf), null, 2)}\n`;

/** The comment in the body is not shown; by it a script finds what it has made already. */
export function issueOf({ key, title, parts, owner, labels, domain, priority }: PlanItem): GithubIssue {
  const named = [
    { heading: 'Domain', text: domain.title },
    ...(owner === null ? [] : [{ heading: 'Owner', text: owner.name }]),
  ];
  return {
    title,
    body: `${markdownOf([...named, ...parts])}\n\n<!-- rungs-key: ${key} -->\n`,
    labels: priority === 'High' ? [...labels, 'critical-path'] : labels,
  };
}

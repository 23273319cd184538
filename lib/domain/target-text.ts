import { dateText, plural } from './labels';
import type { ScorecardTarget } from './scorecard-models';

/** `116 requirements open, 8 fewer than before`: over all teams, with the difference of those that can be compared. */
export function openText({ open, since }: ScorecardTarget, teams: number): string {
  const all = `${plural(open, 'requirement')} open`;
  if (since === null) return all;
  const fewer = since.before.open - since.now.open;
  const among = since.teams === teams ? '' : ` in the ${plural(since.teams, 'team')} that can be compared`;
  const moved = fewer === 0 ? 'as many as' : `${Math.abs(fewer)} ${fewer > 0 ? 'fewer' : 'more'} than`;
  return `${all}, ${moved} at the assessment before${among}`;
}

/** `To AWS Repeatable`, with the day where the organisation has set one. */
export const targetText = ({ label, by }: Pick<ScorecardTarget, 'label' | 'by'>): string =>
  by === null ? `To ${label}` : `To ${label} by ${dateText(by)}`;

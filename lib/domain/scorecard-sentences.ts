import { capitalised, inWords, list, percent, plural, withinSentence } from './labels';
import type { ScorecardModel, ScorecardTarget } from './scorecard-models';
import type { Movement, Simpson } from './scorecard-movement';
import { NEAR } from './team-rollup';
import { VENDORS } from './vocabulary';

/** A capability, or the first of alternatives that the title names all, and how many of the teams wait for it. */
export type HeldBack = { capability: string; title: string; teams: number; of: number };

type Said = {
  teams: number;
  models: ScorecardModel[];
  movement: Movement | null;
  simpson: Simpson | null;
  holdsBack: HeldBack[];
};

/** What the page says first: where the teams stand by the lead model, what moved, and the one capability. Zero is said as zero. */
export function sentencesOf({ teams, models, movement, simpson, holdsBack }: Said): string[] {
  const [lead] = models;
  const [holder] = holdsBack;
  if (teams === 0 || lead === undefined) return ['No team has finished an assessment yet.'];
  return [
    distribution(lead),
    ...(simpson !== null ? [mostFell(simpson)] : movement !== null ? [moved(movement)] : []),
    ...(holder === undefined
      ? []
      : [`What holds back most teams is ${withinSentence(holder.title)} (${holder.teams} of ${holder.of}).`]),
  ];
}

function distribution({ model, teams, teamsOn, target }: ScorecardModel): string {
  if (teams === 0) return `No team has been assessed by the ${VENDORS[model].name} model yet.`;
  const [most, ...rest] = teamsOn.filter((each) => each.teams > 0).toSorted((a, b) => b.teams - a.teams);
  const at = (label: string) => (label.startsWith('below') ? label : `at ${label}`);
  const places = [
    ...(most === undefined
      ? []
      : [`${most.teams} of ${plural(teams, 'team')} ${most.teams === 1 ? 'is' : 'are'} ${at(most.label)}`]),
    ...rest.map((each) => `${each.teams} ${at(each.label)}`),
  ];
  return `${capitalised(list(places))}${target === null ? '' : nearText(target, teams)}.`;
}

function nearText({ label, reached, near }: ScorecardTarget, teams: number): string {
  if (reached === teams) return `; all have reached ${label}`;
  const within = near === 0 ? 'none is' : `${inWords(near)} ${near === 1 ? 'is' : 'are'}`;
  const asks = `within ${inWords(NEAR)} requirements of`;
  return reached === 0 ? `; none has reached ${label}, ${within} ${asks} it` : `; ${within} ${asks} ${label}`;
}

function moved({ teams, climbed, met, lost }: Movement): string {
  const who = `${climbed === 0 ? 'none' : climbed} of ${plural(teams, 'team')} climbed`;
  const newly = plural(met, 'requirement was', 'requirements were');
  return `Since each team’s assessment before, ${who}: ${newly} newly met and ${lost === 0 ? 'none' : inWords(lost)} lost.`;
}

function mostFell({ teams, fell, before, now }: Simpson): string {
  const [from, to] = [before, now].map((mean) => percent({ certain: mean, best: mean }));
  const rose = from === to ? 'rose a little' : `rose from ${from} to ${to}`;
  return `Most teams fell since their assessment before (${fell} of ${teams}), although the mean of all ${rose}.`;
}

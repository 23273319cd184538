import { MOST_WANTED, newProposals, openFirst, type KeptDecision, type WantedDecision } from './decisions';
import type { Proposal } from './decision-proposals';
import { dateText, list, plural, quarterText } from './labels';
import { figureText, moneyText } from './roadmap-words';
import type { PlanPace, PlansTogether } from './scorecard-plans';

/** A role of which the plans together have too few people. */
export type ShortRole = { title: string; people: number; from: string; teams: number };

/** What the climb takes, as every medium tells it and a shared view freezes it: no team is named in it. */
export type WhatItTakes = Omit<PlansTogether, 'roles'> & {
  short: ShortRole[];
  decisions: WantedDecision[];
  /** Decisions that the plans propose and of which nobody has made anything. */
  proposed: number;
};

/** Each part is named here, as a shared view gives all of it away. */
export function whatItTakes(
  { plans, of, days, planned, paces, money, silent, roles }: PlansTogether,
  decisions: readonly KeptDecision[],
  proposals: readonly Proposal[],
): WhatItTakes {
  return {
    ...{ plans, of, days, planned, paces, money, silent },
    short: roles.flatMap(({ title, short }) =>
      short === null ? [] : [{ title, people: short.people, from: short.from, teams: short.teams }],
    ),
    decisions: openFirst(decisions, proposals)
      .slice(0, MOST_WANTED)
      .map(({ title, beforeOn, teams }) => ({ title, beforeOn, teams })),
    proposed: newProposals(proposals, decisions).length,
  };
}

/** `from the plans of 17 of 24 teams` */
export const plansText = ({ plans, of }: Pick<WhatItTakes, 'plans' | 'of'>): string =>
  `from the plans of ${plans} of ${plural(of, 'team')}`;

/** `1,240 person-days to the targets, 410 of them until the end of 2027`, with the price that all plans have. */
export function daysText({ days, planned, money }: Pick<WhatItTakes, 'days' | 'planned' | 'money'>): string {
  const [all, by] = [Math.round(days), Math.round(planned.days)];
  const until = `until the end of ${planned.year}`;
  const part = by === all ? `all ${until}` : `${figureText(by)} of them ${until}`;
  const price = money === null ? '' : `; planned at ${moneyText(money.total, money.currency)} in all`;
  return `${figureText(all)} person-days to the targets, ${part}${price}`;
}

/** `ML engineer: 2.5 people short in the year from Q2 2027, in 12 teams` */
export const shortText = ({ title, people, from, teams }: ShortRole): string =>
  `${title}: ${peopleText(people)} short in the year from ${quarterText(from)}, in ${plural(teams, 'team')}`;

/** `2.5 people`; full-time ones. */
export const peopleText = (people: number): string =>
  `${figureText(Math.round(people * 10) / 10)} ${Math.round(people * 10) === 10 ? 'person' : 'people'}`;

export const PACE_WORDS: Record<PlanPace, string> = {
  'on-time': 'on time',
  late: 'late',
  'not-started': 'not started',
};

/** `Plans on time 11 · late 4 · not started 2` */
export const pacesText = ({ paces }: Pick<WhatItTakes, 'paces'>): string =>
  `Plans ${PACES.map((pace) => `${PACE_WORDS[pace]} ${paces[pace]}`).join(' · ')}`;

const PACES = ['on-time', 'late', 'not-started'] as const satisfies readonly PlanPace[];

/** `12 teams wait · before 31 Jan 2027`; empty where neither is known. */
export const waitText = ({ teams, beforeOn }: Pick<WantedDecision, 'teams' | 'beforeOn'>): string =>
  [
    ...(teams === 0 ? [] : [plural(teams, 'team waits', 'teams wait')]),
    ...(beforeOn === null ? [] : [`before ${dateText(beforeOn)}`]),
  ].join(' · ');

/** Two sentences for a mail or a chat, at most; none where no team follows a plan and nothing is to be decided. */
export function takesSentences(takes: WhatItTakes): string[] {
  const { plans, short, decisions } = takes;
  const wanted = decisions.map((each) => {
    const wait = waitText(each);
    return wait === '' ? each.title : `${each.title} (${wait})`;
  });
  const missing = short
    .slice(0, 3)
    .map(
      ({ title, people, from }) =>
        `${title} ${figureText(Math.round(people * 10) / 10)} from ${quarterText(from)}`,
    );
  return [
    ...(plans === 0
      ? []
      : [
          `What it will take, ${plansText(takes)}: ${daysText(takes)}. ${pacesText(takes)}.${missing.length === 0 ? '' : ` People short: ${list(missing)}.`}`,
        ]),
    ...(wanted.length === 0 ? [] : [`Decisions wanted: ${wanted.join('; ')}.`]),
  ];
}

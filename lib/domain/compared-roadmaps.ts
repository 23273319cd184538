import { dateText, levelLabel, list, plural, quarterText } from './labels';
import type { Roadmap } from './roadmap';
import { moneyText, rangeText, titlesOf } from './roadmap-words';
import type { Content } from './schema/content';

export type ComparedRow = { title: string; cells: string[] };

/** Plans side by side as rows of words: finish, levels, work, hires and money, then the levels held at the end of each quarter. */
export function comparedRoadmaps(content: Content, roadmaps: readonly Roadmap[]): ComparedRow[] {
  const row = (title: string, cell: (roadmap: Roadmap) => string): ComparedRow => ({
    title,
    cells: roadmaps.map(cell),
  });
  const { role } = titlesOf(content);
  const levels = Object.values(content.models).flatMap((model) =>
    model.levels
      .filter(({ id }) =>
        roadmaps.some((each) => each.levels.some((own) => own.model === model.id && own.level === id)),
      )
      .map((level) => ({ model: model.id, level })),
  );
  const whenOf = (each: Roadmap, { model, level }: (typeof levels)[number]) =>
    each.levels.find((own) => own.model === model && own.level === level.id);
  return [
    row('Finish', ({ finish }) =>
      finish === null ? 'no steps' : `${rangeText(finish)}, by ${dateText(finish.day)}`,
    ),
    ...levels.map((each) =>
      row(levelLabel(each.model, each.level), (roadmap) => {
        const own = whenOf(roadmap, each);
        if (own === undefined) return 'not aimed at';
        return own.when === null ? 'not reached' : rangeText(own.when);
      }),
    ),
    row('Steps', ({ steps }) => String(steps.length)),
    row('Person-days', ({ days }) => String(Math.round(days))),
    row('Money', ({ money }) => pricedText(money)),
    row('To hire', ({ hiring }) =>
      hiring.length === 0 ? 'nobody' : list(hiring.map((each) => role(each.role))),
    ),
    row('Not in the plan', ({ leftOut }) =>
      leftOut.length === 0 ? 'nothing' : plural(leftOut.length, 'step'),
    ),
    ...quartersOf(roadmaps).map((quarter) =>
      row(`Reached by the end of ${quarterText(quarter)}`, (roadmap) => {
        const held = levels.filter((each) => {
          const when = whenOf(roadmap, each)?.when;
          return when !== null && when !== undefined && when.quarter <= quarter;
        });
        return held.length === 0 ? '–' : list(held.map(({ model, level }) => levelLabel(model, level)));
      }),
    ),
    ...demandRows(content, roadmaps),
  ];
}

const quartersOf = (roadmaps: readonly Roadmap[]): string[] =>
  [
    ...new Set(
      roadmaps.flatMap(({ levels }) => levels.flatMap(({ when }) => (when === null ? [] : [when.quarter]))),
    ),
  ].toSorted();

/** Person-days of each role. */
function demandRows({ roles }: Content, roadmaps: readonly Roadmap[]): ComparedRow[] {
  return roles.flatMap(({ id, title }) => {
    const days = roadmaps.map(({ roles: tracks }) => tracks.find(({ role }) => role === id)?.days ?? 0);
    if (days.every((each) => each === 0)) return [];
    return [{ title: `${title}, person-days`, cells: days.map((each) => String(Math.round(each))) }];
  });
}

/** The money of a plan, and what has no rate. */
function pricedText(money: Roadmap['money']): string {
  if (money === null) return 'no day rates';
  const { total, currency, unpriced } = money;
  const without = unpriced.length === 0 ? '' : `, and ${plural(unpriced.length, 'role')} without a rate`;
  return `${moneyText(total, currency)}${without}`;
}

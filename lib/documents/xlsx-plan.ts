import { quarterText } from '@/lib/domain/labels';
import { levelTitle, spanText, titlesOf } from '@/lib/domain/roadmap-words';
import { VENDORS } from '@/lib/domain/vocabulary';
import { day, effort, number, text } from '@/lib/export/sheet';
import type { Table } from './report-xlsx';
import type { Source } from './source';

/** When the plan reaches each level, and what it waits for; `null` without a plan. */
export function levelsSheet({ document: { plan }, content, roadmap: view }: Source): Table | null {
  if (plan === null || view === null) return null;
  const { levels, targets, horizonWeeks } = plan.roadmap;
  const aimed = new Set(targets.map(({ model, level }) => `${model}:${level}`));
  const { title } = titlesOf(content);
  return [
    [
      ...[text('Level', 30), text('Model', 14), text('Target', 10), text('Quarter', 14), day('Day')],
      ...[text('Range', 26), text('Past the horizon', 10), text('Met last, or waits for', 60)],
    ],
    levels.map(({ model, level, when, heldBy }) => [
      ...[
        levelTitle(content, model, level),
        VENDORS[model].name,
        aimed.has(`${model}:${level}`) ? 'yes' : null,
      ],
      ...[when === null ? 'not reached' : quarterText(when.quarter), when?.day ?? null],
      ...[
        when === null ? null : spanText(when.range),
        when !== null && when.week > horizonWeeks ? 'yes' : null,
      ],
      [...new Set(heldBy.flatMap(({ parts }) => parts.map(({ capability }) => title(capability))))].join(
        ', ',
      ) || null,
    ]),
  ];
}

/** What the plan costs by role and quarter; `null` where nobody gave a day rate. */
export function moneySheet({ document: { plan }, roadmap: view }: Source): Table | null {
  if (plan === null || view === null || plan.roadmap.money === null) return null;
  const { roles, money } = plan.roadmap;
  const quarters = roles[0]?.quarters.map(({ quarter }) => quarterText(quarter)) ?? [];
  const spent = roles.map(({ quarters: each }) => each.map((part) => part.money));
  const all = quarters.map((_, index) => sum(spent.map((role) => role[index] ?? 0)));
  return [
    [
      ...[text('Role', 30), effort('Person-days'), text('Day rate', 14)],
      ...quarters.map(number),
      number(`All ${money.currency}`.trim()),
    ],
    [
      ...roles.map(({ title, days }, index) => {
        const own = spent[index] ?? [];
        const priced = own.some((each) => each !== null);
        const costs = priced ? [...own, sum(own.map((each) => each ?? 0))] : [...own, null];
        return [title, days, priced ? 'given' : 'none', ...costs];
      }),
      ['All', plan.roadmap.days, null, ...all, money.total],
    ],
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

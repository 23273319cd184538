import { chance } from './random';

/** A quarter in which teams are asked; they begin in the first three weeks of its second month. */
export type SimulatedRound = {
  title: string;
  days: (slug: string) => { date: string; finishedOn: string };
};

/** The last quarter that is simulated. */
const LAST = { year: 2026, quarter: 4 };

/** So many quarters up to the last, oldest first. */
export function roundsBefore(count: number): SimulatedRound[] {
  return Array.from({ length: count }, (_, index) => {
    const number = LAST.year * 4 + (LAST.quarter - 1) - (count - 1 - index);
    const [year, quarter] = [Math.floor(number / 4), (number % 4) + 1];
    const title = `Q${quarter} ${year}`;
    const month = `${year}-${String(3 * quarter - 1).padStart(2, '0')}`;
    const day = (of: number) => `${month}-${String(of).padStart(2, '0')}`;
    return {
      title,
      days: (slug) => {
        const begun = 1 + Math.floor(20 * chance(`${slug} begins ${title}`));
        return {
          date: day(begun),
          finishedOn: day(begun + 1 + Math.floor(7 * chance(`${slug} ends ${title}`))),
        };
      },
    };
  });
}

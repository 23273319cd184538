/** How many years ahead a round may be due. */
const YEARS = 2;

/** What is wrong with the day by which a round is due; `null` where nothing is. Both are ISO dates. */
export function dueFault(dueOn: string, today: string): string | null {
  if (dueOn < today) return 'this day is past';
  const last = `${Number(today.slice(0, 4)) + YEARS}${today.slice(4)}`;
  return dueOn > last ? `at most ${YEARS} years from today` : null;
}

/** `Q1 2027`, the quarter after the one of an ISO date. */
export function nextQuarter(today: string): string {
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  const year = Number(today.slice(0, 4));
  return quarter === 4 ? `Q1 ${year + 1}` : `Q${quarter + 1} ${year}`;
}

/** Whether an open round should have been finished by now. */
export const isOverdue = (
  { dueOn, closedAt }: { dueOn: string; closedAt: unknown },
  today: string,
): boolean => closedAt === null && dueOn < today;

/** How many years ahead a round may be due. */
const YEARS = 2;

/** What is wrong with the day by which a round is due; `null` where nothing is. Both are ISO dates. */
export function dueFault(dueOn: string, today: string): string | null {
  if (dueOn < today) return 'this day is past';
  const last = `${Number(today.slice(0, 4)) + YEARS}${today.slice(4)}`;
  return dueOn > last ? `at most ${YEARS} years from today` : null;
}

/** Whether an open round should have been finished by now. */
export const isOverdue = (
  { dueOn, closedAt }: { dueOn: string; closedAt: unknown },
  today: string,
): boolean => closedAt === null && dueOn < today;

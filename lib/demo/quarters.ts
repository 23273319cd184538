/** The bank's rounds of 2026, oldest first. Each opens on the Monday named and takes a month. */
export const QUARTERS = [
  { title: 'Q1 2026', month: '2026-02', monday: 2 },
  { title: 'Q2 2026', month: '2026-05', monday: 4 },
  { title: 'Q3 2026', month: '2026-08', monday: 3 },
  { title: 'Q4 2026', month: '2026-11', monday: 2 },
] as const;

export type Quarter = (typeof QUARTERS)[number];

/** A working day of the round: week 0 to 3, day 0 (Monday) to 4. */
export function dayOf({ month, monday }: Quarter, week: number, day: number): string {
  return `${month}-${String(monday + 7 * week + day).padStart(2, '0')}`;
}

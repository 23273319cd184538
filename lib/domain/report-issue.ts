import type { Issue } from './report-document';

/** What an issue is called: `draft 0.2`, `final 1.0`; the status alone where it has no number. */
export const issueText = ({ status, number }: Pick<Issue, 'status' | 'number'>): string =>
  `${status} ${number}`.trim();

type Numbered = Pick<Issue, 'status' | 'number'>;

const partsOf = (number: string): [major: number, minor: number] => {
  const [major = '0', minor = '0'] = number.split('.');
  return [Number(major), Number(minor)];
};

const later = (a: string, b: string): number => {
  const [[major, minor], [otherMajor, otherMinor]] = [partsOf(a), partsOf(b)];
  return major - otherMajor || minor - otherMinor;
};

const highest = (issues: readonly Numbered[]): string | null =>
  issues
    .map(({ number }) => number)
    .toSorted(later)
    .at(-1) ?? null;

/** The newest final of a report, by number. */
export const lastFinal = <Of extends Numbered>(issues: readonly Of[]): Of | null =>
  issues
    .filter(({ status }) => status === 'final')
    .toSorted((a, b) => later(a.number, b.number))
    .at(-1) ?? null;

/** `0.1`, `0.2` … before the first final; after final `1.0` comes draft `1.1`. */
export function nextDraft(issues: readonly Numbered[]): string {
  const last = highest(issues);
  if (last === null) return '0.1';
  const [major, minor] = partsOf(last);
  return `${major}.${minor + 1}`;
}

/** `1.0`, and for a correction the number of the drafts that led to it, or the next: drafts `1.1` and `1.2`, then final `1.2`. */
export function nextFinal(issues: readonly Numbered[]): string {
  const before = lastFinal(issues);
  if (before === null) return '1.0';
  const last = highest(issues);
  return last !== null && later(last, before.number) > 0 ? last : nextDraft(issues);
}

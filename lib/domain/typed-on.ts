import { canonical } from './content';
import type { Choice, Evidence } from './schema/answers';

type Said = { value: Choice | null; note: string | null; evidence: Evidence[]; flagged: boolean };
/** `at` is in milliseconds. */
type Version = Said & { by: string; at: number };

const ONE_GO_MS = 120_000;

/**
 * Whether an answer is the one before it with more typed: by the same person, within two minutes, the same choice, and every word and
 * every piece of evidence of it still there. Only then may a replaced answer be forgotten, as all of it stands in the next.
 */
export function isTypedOn(before: Version, after: Version): boolean {
  const took = after.at - before.at;
  return (
    before.by === after.by &&
    took >= 0 &&
    took <= ONE_GO_MS &&
    canonical(before.value) === canonical(after.value) &&
    before.flagged === after.flagged &&
    (after.note ?? '').startsWith(before.note ?? '') &&
    holdsAll(before.evidence, after.evidence)
  );
}

function holdsAll(before: readonly Evidence[], after: readonly Evidence[]): boolean {
  const there = new Set(after.map(canonical));
  return before.every((each) => there.has(canonical(each)));
}

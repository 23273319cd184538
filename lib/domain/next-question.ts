import { standing } from './answers';
import { readerOf, type Reader } from './readings';
import type { Basis, Ruler } from './requirements';
import { scoreModel, type RequirementReading } from './score';
import type { Answers, Statements } from './schema/answers';
import type { RungRef } from './schema/content';

/**
 * The capability to ask next so that the certain levels of all models are settled after few answers, or `null` when no further answer
 * can move them. Asks what the lowest undecided level still waits for: first what most models wait for, then the highest rung (it fails
 * soonest), then the order of the content. A "don't know" counts as asked.
 */
export function nextQuestion(basis: Basis, answers: Answers, statements: Statements = {}): string | null {
  const read = readerOf(answers);
  const wishes = new Map<string, { models: number; rung: number }>();
  for (const ruler of basis.rulers) {
    for (const [capability, rung] of undecided(ruler, read, answers, statements)) {
      const wish = wishes.get(capability) ?? { models: 0, rung: 0 };
      wishes.set(capability, { models: wish.models + 1, rung: Math.max(wish.rung, rung) });
    }
  }
  let best: { id: string; models: number; rung: number } | null = null;
  for (const { id } of basis.capabilities) {
    const wish = wishes.get(id);
    if (wish === undefined) continue;
    if (
      best === null ||
      wish.models > best.models ||
      (wish.models === best.models && wish.rung > best.rung)
    ) {
      best = { id, ...wish };
    }
  }
  return best?.id ?? null;
}

/** The unanswered capabilities that the lowest undecided level of a model waits for, with the rung it wants; empty when settled. */
function undecided(
  ruler: Ruler,
  read: Reader,
  answers: Answers,
  statements: Statements,
): Map<string, number> {
  const wanted = new Map<string, number>();
  const { levels } = scoreModel(ruler, read, statements);
  const level = levels.find(({ requirements }) => requirements.some(({ certain }) => !certain));
  const failing = (level?.requirements ?? []).filter(({ certain }) => !certain);
  const waiting = failing.map((requirement) => unansweredParts(requirement, answers));
  if (waiting.some((parts) => parts.length === 0)) return wanted;
  const deciding = waiting.filter((parts, index) => !isImplied(parts, index, waiting)).flat();
  for (const { capability, rung } of deciding)
    wanted.set(capability, Math.max(rung, wanted.get(capability) ?? 0));
  return wanted;
}

/**
 * Whether meeting another missing requirement meets this one too, so that asking for this one alone would decide nothing. Of two that
 * come to the same the first stays.
 */
function isImplied(parts: RungRef[], index: number, waiting: RungRef[][]): boolean {
  return waiting.some(
    (other, place) => place !== index && covers(parts, other) && !(index < place && covers(other, parts)),
  );
}

/** Whether each part of `other`, once reached, reaches one of `parts`. */
const covers = (parts: RungRef[], other: RungRef[]): boolean =>
  other.every(({ capability, rung }) =>
    parts.some((part) => part.capability === capability && part.rung <= rung),
  );

/** Parts whose answer can still meet the requirement; none when it has failed or waits for a "don't know". */
function unansweredParts(requirement: RequirementReading, answers: Answers): RequirementReading['parts'] {
  if (requirement.state === 'unmet') return [];
  const blockedByStatement = requirement.criteria.some(({ stated, certain }) => stated && !certain);
  return blockedByStatement
    ? []
    : requirement.parts.filter(({ capability }) => standing(answers[capability]) === 'unanswered');
}

import { refusal, standing, type Standing } from './answers';
import type { Assessment } from './assessment';
import type { OneSided } from './compare';
import { canonical } from './content';
import { capabilitiesInScope } from './requirements';
import type { Capability, Content, Criterion, ModelId } from './schema/content';

/** `withdrawn`: it may no longer be said not to apply; `allowed`: now it may; `reworded`: another fact has to hold for that. */
export type ExclusionDifference = 'same' | 'withdrawn' | 'allowed' | 'reworded';

/** A ladder that reads or counts differently in two editions, with what was answered to it. */
export type LadderDifference = {
  id: string;
  title: string;
  /** From rung 0 up. */
  rungs: { before: string; after: string }[];
  exclusion: ExclusionDifference;
  /** The facts that allow *not applicable*. */
  facts: { before: string | null; after: string | null };
  /** Counted in another domain, pillar, phase or side. */
  regrouped: boolean;
  standing: Standing;
};

export type CriterionDifference = { id: string; text: string; how: 'new' | 'retired' | 're-tied' };

/** What differs in measure between two editions for one assessment, and what moving it does to its answers. */
export type EditionDifferences = {
  ladders: LadderDifference[];
  added: OneSided[];
  retired: OneSided[];
  models: { model: ModelId; levelsChanged: boolean; criteria: CriterionDifference[] }[];
  /** Capabilities whose answer deserves another look, as the words that it was chosen by have changed. */
  flagged: string[];
  /** Capabilities said not to apply that now always do: they become unanswered. */
  reopened: string[];
};

/** Compares what two editions measure, as far as an assessment asks it. Wording that moves no number is left out. */
export function editionDifferences(
  before: Content,
  after: Content,
  { answers, questionnaires }: Pick<Assessment, 'answers' | 'questionnaires'>,
): EditionDifferences {
  const [old, now] = [before, after].map((content) => capabilitiesInScope(content, questionnaires));
  const answerTo = (id: string) => (Object.hasOwn(answers, id) ? answers[id] : undefined);
  const oneSided = (own: Content['capabilities'], other: Content): OneSided[] =>
    own
      .filter(({ id }) => other.capabilities.every((each) => each.id !== id))
      .map(({ id, title }) => ({ id, title, standing: standing(answerTo(id)) }));
  const asked = new Set([...(old ?? []), ...(now ?? [])].map(({ id }) => id));
  const ladders = after.capabilities.flatMap((capability) => {
    const earlier = before.capabilities.find(({ id }) => id === capability.id);
    if (earlier === undefined || !asked.has(capability.id)) return [];
    return ladderDifference(earlier, capability, standing(answerTo(capability.id)));
  });
  return {
    ladders,
    added: oneSided(now ?? [], before),
    retired: oneSided(old ?? [], after),
    models: questionnaires.map((model) => ({
      model,
      levelsChanged: levelsOf(before, model) !== levelsOf(after, model),
      criteria: criterionDifferences(before.models[model].criteria, after.models[model].criteria),
    })),
    flagged: ladders.filter(needsLook).map(({ id }) => id),
    reopened: after.capabilities
      .filter((capability) => {
        const answer = answerTo(capability.id);
        return answer !== undefined && refusal(capability, answer) !== undefined;
      })
      .map(({ id }) => id),
  };
}

function ladderDifference(before: Capability, after: Capability, answered: Standing): LadderDifference[] {
  const facts = { before: before.notApplicable ?? null, after: after.notApplicable ?? null };
  const rungs = after.rungs.map(({ text }, rung) => ({
    before: before.rungs[rung]?.text ?? '',
    after: text,
  }));
  const regrouped = groupsOf(before) !== groupsOf(after);
  const exclusion = exclusionOf(facts);
  if (!regrouped && exclusion === 'same' && rungs.every(isSame)) return [];
  return [{ id: after.id, title: after.title, rungs, exclusion, facts, regrouped, standing: answered }];
}

const isSame = ({ before, after }: { before: string; after: string }): boolean => before === after;

function exclusionOf({ before, after }: LadderDifference['facts']): ExclusionDifference {
  if (before === after) return 'same';
  if (after === null) return 'withdrawn';
  return before === null ? 'allowed' : 'reworded';
}

const groupsOf = ({ domain, pillar, phases, side }: Capability): string =>
  canonical({ domain, pillar, phases: phases.toSorted(), side });

function needsLook({ standing: answered, rungs, exclusion }: LadderDifference): boolean {
  if (answered === 'not-applicable') return exclusion === 'reworded';
  return typeof answered === 'number' && !rungs.every(isSame);
}

const levelsOf = ({ models }: Content, model: ModelId): string =>
  canonical(models[model].levels.map(({ id, order }) => ({ id, order })));

function criterionDifferences(before: Criterion[], after: Criterion[]): CriterionDifference[] {
  const earlier = new Map(before.map((criterion) => [criterion.id, criterion]));
  const kept = new Set(after.map(({ id }) => id));
  const measured = ({ level, met, gate }: Criterion) =>
    canonical({ level, met: met ?? null, gate: gate ?? false });
  return [
    ...after.flatMap((criterion): CriterionDifference[] => {
      const { id, text } = criterion;
      const own = earlier.get(id);
      if (own === undefined) return [{ id, text, how: 'new' }];
      return measured(own) === measured(criterion) ? [] : [{ id, text, how: 're-tied' }];
    }),
    ...before.flatMap(({ id, text }): CriterionDifference[] =>
      kept.has(id) ? [] : [{ id, text, how: 'retired' }],
    ),
  ];
}

/** `4 ladders differ`, `no ladder differs`: those that came and went are counted too. */
export function laddersText({ ladders, added, retired }: EditionDifferences): string {
  const count = ladders.length + added.length + retired.length;
  if (count === 0) return 'no ladder differs';
  return count === 1 ? '1 ladder differs' : `${count} ladders differ`;
}

import { isRated, rungOf, type Standing } from './answers';
import { readerOf } from './readings';
import { levelTargets, requiredRungs, type Cause, type LevelTarget, type Required } from './required';
import type { Basis } from './requirements';
import { score, type ModelScore, type Score } from './score';
import type { Answers, Statements, Targets } from './schema/answers';
import type { Capability, Content, ModelId } from './schema/content';
import { tooLittleKnown } from './summary';
import { daysOf, FIND_OUT_DAYS, neededSteps, type NeededStep } from './steps';

/** The rungs between an answer and what the targets ask of it. Pairs: closed already if the unknown is good news, open from rung 0 if not. */
export type Gap = {
  capability: string;
  standing: Standing;
  required: number;
  climbs: { fewest: number; most: number };
  /** Person-days, prerequisites not included. */
  days: { fewest: number; most: number };
  causes: Cause[];
  /** Models whose next level waits for this capability. */
  blocksNext: ModelId[];
};

export type GapAnalysis = {
  targets: LevelTarget[];
  /** Ordered: blocks the next level in more models, then the bigger gap, then the smaller effort, then by id. */
  gaps: Gap[];
  /** Targeted and already there. */
  noAction: { capability: string; standing: Standing; required: number }[];
  exclusions: Required['exclusions'];
  statedAgainst: Required['statedAgainst'];
  /** Every climb, in an order in which they can be done. Empty when too little is known. */
  steps: NeededStep[];
  /** The certain level of each model when all of them are done. */
  reached: { model: ModelId; level: string | null }[];
  /** Half or more is unrated: no plan, but what to answer first, that which decides most in front. `null` otherwise. */
  answerFirst: string[] | null;
};

/** Compares the answers with the targets (each model's next level where none is set). */
export function analyseGaps(
  content: Pick<Content, 'capabilities'>,
  basis: Basis,
  answers: Answers,
  options: {
    targets?: Targets | undefined;
    statements?: Statements | undefined;
    scored?: Score | undefined;
  } = {},
): GapAnalysis {
  const { targets = {}, statements = {} } = options;
  const { models, counts } = options.scored ?? score(basis, answers, statements);
  const read = readerOf(answers);
  const capabilities = new Map(content.capabilities.map((capability) => [capability.id, capability]));
  const required = requiredRungs(models, targets, capabilities, read);
  const asked = [...required.rungs].map(([capability, rung]) => ({
    capability,
    rung,
    standing: read(capability),
  }));
  const gaps = asked
    .filter(
      ({ standing, rung }) => standing !== 'not-applicable' && (rungOf(standing) ?? -1) < rung && rung > 0,
    )
    .map(({ capability, rung, standing }) =>
      gapOf(capabilities, capability, standing, rung, required.causes.get(capability) ?? [], models),
    )
    .toSorted(byPriority);
  const tooLittle = tooLittleKnown(counts);
  const wanted = new Map(gaps.map(({ capability, required: rung }) => [capability, rung]));
  const steps = tooLittle ? [] : neededSteps(capabilities, read, wanted);
  return {
    targets: levelTargets(models, targets),
    gaps,
    noAction: asked
      .filter(({ standing, rung }) => rung > 0 && (rungOf(standing) ?? -1) >= rung)
      .map(({ capability, standing, rung }) => ({ capability, standing, required: rung })),
    exclusions: required.exclusions,
    statedAgainst: required.statedAgainst,
    steps,
    reached: score(basis, climbed(answers, steps), statements).models.map(({ model, level }) => ({
      model,
      level: level.certain,
    })),
    answerFirst: tooLittle ? answerFirst(basis, models, answers) : null,
  };
}

function gapOf(
  capabilities: ReadonlyMap<string, Capability>,
  capability: string,
  standing: Standing,
  required: number,
  causes: Cause[],
  models: ModelScore[],
): Gap {
  const rung = rungOf(standing);
  const climbs = (capabilities.get(capability)?.steps ?? []).filter(
    ({ to }) => to > (rung ?? 0) && to <= required,
  );
  const most = climbs.reduce((sum, step) => sum + daysOf(step), 0);
  const next = models.filter((model) =>
    causes.some((cause) => cause.model === model.model && cause.level === model.next?.level),
  );
  return {
    capability,
    standing,
    required,
    climbs: { fewest: rung === undefined ? 0 : required - rung, most: required - (rung ?? 0) },
    days: {
      fewest: rung === undefined ? FIND_OUT_DAYS : most,
      most: rung === undefined ? most + FIND_OUT_DAYS : most,
    },
    causes,
    blocksNext: next.map(({ model }) => model),
  };
}

function byPriority(a: Gap, b: Gap): number {
  return (
    b.blocksNext.length - a.blocksNext.length ||
    b.climbs.most - a.climbs.most ||
    a.days.most - b.days.most ||
    (a.capability < b.capability ? -1 : 1)
  );
}

/** The answers after all these steps are done. */
export function climbed(answers: Answers, steps: Pick<NeededStep, 'capability' | 'to'>[]): Answers {
  const after = { ...answers };
  for (const { capability, to } of steps) after[capability] = { rung: to };
  return after;
}

/** Unrated capabilities by the number of requirements that wait for them, those of the next levels first. */
function answerFirst(basis: Basis, models: ModelScore[], answers: Answers): string[] {
  const read = readerOf(answers);
  const weight = new Map<string, { next: number; all: number }>();
  for (const { next, levels } of models) {
    for (const { id, requirements } of levels) {
      for (const { state, parts } of requirements) {
        if (state !== 'open') continue;
        for (const { capability } of parts) {
          const value = weight.get(capability) ?? { next: 0, all: 0 };
          weight.set(capability, { next: value.next + (id === next?.level ? 1 : 0), all: value.all + 1 });
        }
      }
    }
  }
  const of = (id: string) => weight.get(id) ?? { next: 0, all: 0 };
  return basis.capabilities
    .map(({ id }) => id)
    .filter((id) => !isRated(read(id)))
    .toSorted((a, b) => of(b).next - of(a).next || of(b).all - of(a).all);
}

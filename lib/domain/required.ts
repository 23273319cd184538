import type { Standing } from './answers';
import type { Reader } from './readings';
import type { ModelScore, RequirementReading } from './score';
import type { Targets } from './schema/answers';
import type { Capability, ModelId, RungRef } from './schema/content';
import { effortOf } from './steps';

/** A level wanted in a model. */
export type LevelTarget = { model: ModelId; level: string };

/** Why a rung is required: a requirement at or below a targeted level, with the criteria that fail or are not known. */
export type Cause = { model: ModelId; level: string; requirement: string; rung: number; criteria: string[] };

export type Required = {
  /** Highest rung asked, by capability: by the targeted models and by its own target. */
  rungs: Map<string, number>;
  causes: Map<string, Cause[]>;
  /** Wishes below what a targeted model asks: respected, with the reason, so that the plan shows the level really reached. */
  exclusions: { capability: string; wanted: number; required: number; reason?: string }[];
  /** Criteria at or below the targets that a person stated not to hold, or not to be known: no climb changes that. */
  statedAgainst: { model: ModelId; level: string; criterion: string }[];
};

/** The levels aimed at: as set, otherwise each model's next; a model at its top has none. */
export function levelTargets(models: ModelScore[], targets: Targets): LevelTarget[] {
  return models.flatMap(({ model, next }) => {
    const level = targets[model] ?? next?.level;
    return level === undefined ? [] : [{ model, level }];
  });
}

type Aim = { model: ModelId; reading: RequirementReading };

/** The rungs that the targets ask for, with their causes. Alternatives are chosen so that the whole adds the least effort, ties by id. */
export function requiredRungs(
  models: ModelScore[],
  targets: Targets,
  capabilities: ReadonlyMap<string, Capability>,
  read: Reader,
): Required {
  const required: Required = { rungs: new Map(), causes: new Map(), exclusions: [], statedAgainst: [] };
  const aims = aimsOf(models, levelTargets(models, targets));
  const choices: Aim[] = [];
  for (const aim of aims) {
    for (const criterion of aim.reading.criteria) {
      const listed = required.statedAgainst.some((each) => each.criterion === criterion.id);
      if (criterion.stated && !criterion.certain && !listed) {
        required.statedAgainst.push({ model: aim.model, level: aim.reading.level, criterion: criterion.id });
      }
    }
    if (aim.reading.parts.length > 1 && !aim.reading.certain) choices.push(aim);
    else for (const part of askedParts(aim.reading, read)) ask(required, aim, part);
  }
  for (const [capability, wish] of Object.entries(targets.capabilities ?? {})) {
    const rung = typeof wish === 'number' ? wish : wish.rung;
    if (rung >= (required.rungs.get(capability) ?? 0)) required.rungs.set(capability, rung);
  }
  const wishedBelow = (part: RungRef) => wishOf(targets, part.capability) < part.rung;
  for (const { aim, part } of cheapest(choices, required.rungs, capabilities, read, wishedBelow))
    ask(required, aim, part);
  exclude(required, targets);
  return required;
}

function aimsOf(models: ModelScore[], targets: LevelTarget[]): Aim[] {
  return targets.flatMap(({ model, level }) => {
    const levels = models.find((each) => each.model === model)?.levels ?? [];
    const upTo = levels.findIndex(({ id }) => id === level);
    return levels
      .slice(0, upTo + 1)
      .flatMap(({ requirements }) => requirements)
      .filter(({ state }) => state !== 'excluded')
      .map((reading) => ({ model, reading }));
  });
}

/** The rungs that a requirement asks: what its unstated criteria want; of alternatives that hold already, those that hold. */
function askedParts(reading: RequirementReading, read: Reader): RungRef[] {
  if (reading.parts.length > 1)
    return reading.parts.filter(({ capability, rung }) => reaches(read(capability), rung));
  const failing = reading.criteria.filter(({ certain, stated }) => !certain && !stated);
  const [part] = reading.parts;
  if (part === undefined) return [];
  if (reading.certain) return reaches(read(part.capability), part.rung) ? [part] : [];
  return failing.length > 0 ? [part] : [];
}

const reaches = (value: Standing, rung: number): boolean => typeof value === 'number' && value >= rung;

function ask(required: Required, { model, reading }: Aim, part: RungRef): void {
  required.rungs.set(part.capability, Math.max(part.rung, required.rungs.get(part.capability) ?? 0));
  if (reading.certain) return;
  const criteria = reading.criteria.filter(({ certain, stated }) => !certain && !stated).map(({ id }) => id);
  const causes = required.causes.get(part.capability) ?? [];
  causes.push({ model, level: reading.level, requirement: reading.id, rung: part.rung, criteria });
  required.causes.set(part.capability, causes);
}

/**
 * One alternative for each open choice such that the whole needs the fewest person-days. Tries every combination: models have at most
 * three such choices, of at most five alternatives each.
 */
function cheapest(
  choices: Aim[],
  rungs: ReadonlyMap<string, number>,
  capabilities: ReadonlyMap<string, Capability>,
  read: Reader,
  wishedBelow: (part: RungRef) => boolean,
): { aim: Aim; part: RungRef }[] {
  let best: { picks: { aim: Aim; part: RungRef }[]; days: number } | null = null;
  for (const picks of combinations(choices, read, wishedBelow)) {
    const wanted = new Map(rungs);
    for (const { part } of picks)
      wanted.set(part.capability, Math.max(part.rung, wanted.get(part.capability) ?? 0));
    const days = effortOf(capabilities, read, wanted);
    if (best === null || days < best.days) best = { picks, days };
  }
  return best?.picks ?? [];
}

/** Alternatives below whose rung a wish stays are left out, unless that leaves none: then the wish is an exclusion. */
function combinations(
  choices: Aim[],
  read: Reader,
  wishedBelow: (part: RungRef) => boolean,
): { aim: Aim; part: RungRef }[][] {
  return choices.reduce<{ aim: Aim; part: RungRef }[][]>(
    (done, aim) => {
      const parts = aim.reading.parts
        .filter(({ capability }) => read(capability) !== 'not-applicable')
        .toSorted((a, b) => (a.capability < b.capability ? -1 : 1));
      const open = parts.filter((part) => !wishedBelow(part));
      return done.flatMap((picks) =>
        (open.length > 0 ? open : parts).map((part) => [...picks, { aim, part }]),
      );
    },
    [[]],
  );
}

/** The rung wished for a capability; without a wish nothing is below it. */
function wishOf(targets: Targets, capability: string): number {
  const wish = targets.capabilities?.[capability];
  return wish === undefined ? Infinity : typeof wish === 'number' ? wish : wish.rung;
}

function exclude(required: Required, targets: Targets): void {
  for (const [capability, wish] of Object.entries(targets.capabilities ?? {})) {
    const { rung, reason } = typeof wish === 'number' ? { rung: wish, reason: undefined } : wish;
    const asked = required.rungs.get(capability) ?? 0;
    if (rung >= asked) continue;
    required.exclusions.push({
      capability,
      wanted: rung,
      required: asked,
      ...(reason === undefined ? {} : { reason }),
    });
    required.rungs.set(capability, rung);
  }
}

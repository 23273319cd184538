import { isRated, type Standing } from './answers';
import { areaScore, meanOfPairs, type AreaScore, type Pair } from './area-score';
import { onlyBacked, withoutClaims } from './evidence';
import { backingsOf, evidenceScore, type EvidenceScore } from './evidence-score';
import { readerOf, readParts, stated, type Reader, type Triple } from './readings';
import type { Basis, Requirement, Ruler } from './requirements';
import type { Answers, Statements } from './schema/answers';
import { PHASES, PILLARS, SIDES } from './vocabulary';
import type { ModelId, Phase, Pillar, RungRef, Side } from './schema/content';

/** `unmet` fails even if all that is not known were so; `open` waits for an answer; `excluded` asks only what does not apply. */
export type RequirementState = 'met' | 'unmet' | 'open' | 'excluded';

/** One requirement read from the answers, with the criteria that made it so: the trace of a level. */
export type RequirementReading = Triple & {
  id: string;
  level: string;
  parts: RungRef[];
  state: RequirementState;
  criteria: (Triple & { id: string; parts: RungRef[]; stated: boolean })[];
};

/** Level ids, lowest first in the model; `null` when not even the lowest is reached. `floor` ≤ `certain` ≤ `best`. */
export type LevelTriple = { certain: string | null; best: string | null; floor: string | null };

export type LevelReading = { id: string; name: string; requirements: RequirementReading[] };

/** The level above the certain one: requirement ids by state. What is missing for it is `unmet` and `open` together. */
export type NextLevel = Record<RequirementState, string[]> & {
  level: string;
  /** The level that would be reached, for certain, if the unmet requirements were met. */
  ifUnmetWereMet: string | null;
};

export type ModelScore = {
  model: ModelId;
  level: LevelTriple;
  /** Mean share of requirements met over the levels that have any, 0 to 1; never a level, never compared between models. */
  progress: { certain: number; best: number };
  next: NextLevel | null;
  levels: LevelReading[];
};

export type Counts = {
  inScope: number;
  applicable: number;
  answered: number;
  rated: number;
  unknown: number;
  notApplicable: number;
};

export type Score = {
  models: ModelScore[];
  domains: Record<string, AreaScore>;
  pillars: Record<Pillar, AreaScore>;
  phases: Record<Phase, AreaScore>;
  sides: Record<Side, AreaScore>;
  /** Mean of the four pillars, a quarter each; a pillar without applicable capabilities is left out. Never a headline. */
  overall: Pair;
  /** Over the capabilities that no vendor asks for. */
  beyond: AreaScore;
  counts: Counts;
  /** Share of answered among applicable capabilities, 0 to 1; `null` where nothing applies. */
  completeness: number | null;
  evidence: EvidenceScore;
};

/**
 * Reads one set of answers by every ruler of the basis. Pure and exact: nothing is rounded, every number carries what it was computed
 * from. Answers to capabilities outside the basis are not read. `on` is the day for which the answers speak, on which evidence is current
 * or has lapsed; without one, none has.
 */
export function score(basis: Basis, answers: Answers, statements: Statements = {}, on?: string): Score {
  const read = readerOf(answers);
  const standings = basis.capabilities.map((capability) => ({
    ...capability,
    standing: read(capability.id),
  }));
  const area = (belongs: (capability: (typeof standings)[number]) => boolean) =>
    areaScore(standings.filter(belongs));
  const domains = [...new Set(standings.map(({ domain }) => domain))];
  const pillars = byKey(PILLARS, (pillar) => area((capability) => capability.pillar === pillar));
  const counts = count(standings);
  const models = basis.rulers.map((ruler) => scoreModel(ruler, read, statements));
  const backings = backingsOf(standings, answers, on);
  const backed = readerOf(onlyBacked(answers, (id) => backings.get(id)?.state === 'backed'));
  const shown = withoutClaims(statements);
  const stands = basis.rulers.map(({ levels }) =>
    highest(levels, (requirement) => readRequirement(requirement, backed, shown).certain),
  );
  return {
    models,
    domains: byKey(domains, (domain) => area((capability) => capability.domain === domain)),
    pillars,
    phases: byKey(PHASES, (phase) => area((capability) => capability.phases.includes(phase))),
    sides: byKey(SIDES, (side) => area((capability) => capability.side === side)),
    overall: meanOfPairs(Object.values(pillars).map(({ pair }) => pair)),
    beyond: area((capability) => capability.beyond),
    counts,
    completeness: counts.applicable === 0 ? null : counts.answered / counts.applicable,
    evidence: evidenceScore(
      models.map((model, index) => ({ ...model, stands: stands[index] ?? null })),
      standings,
      backings,
    ),
  };
}

function byKey<Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}

/** Reads one model's levels; also used alone where only the levels are wanted. */
export function scoreModel(ruler: Ruler, read: Reader, statements: Statements): ModelScore {
  const levels = ruler.levels.map(({ id, name, requirements }) => ({
    id,
    name,
    requirements: requirements.map((requirement) => readRequirement(requirement, read, statements)),
  }));
  const level = {
    certain: highest(levels, (requirement) => requirement.certain),
    best: highest(levels, (requirement) => requirement.best),
    floor: highest(levels, (requirement) => requirement.floor),
  };
  return {
    model: ruler.model,
    level,
    progress: progressOf(levels),
    next: nextLevel(levels, level.certain),
    levels,
  };
}

function readRequirement(requirement: Requirement, read: Reader, statements: Statements): RequirementReading {
  const { id, level, parts } = requirement;
  const criteria = requirement.criteria.map((criterion) => {
    const statement = Object.hasOwn(statements, criterion.id) ? statements[criterion.id] : undefined;
    const reading = statement === undefined ? readAtFloor(criterion.parts, read) : stated(statement);
    return { id: criterion.id, parts: criterion.parts, stated: statement !== undefined, ...reading };
  });
  const floor = criteria.every((criterion) => criterion.floor);
  if (parts.every(({ capability }) => read(capability) === 'not-applicable')) {
    return { id, level, parts, state: 'excluded', certain: true, best: true, floor, criteria };
  }
  const certain = criteria.every((criterion) => criterion.certain);
  const best = criteria.every((criterion) => criterion.best);
  return {
    id,
    level,
    parts,
    state: certain ? 'met' : best ? 'open' : 'unmet',
    certain,
    best,
    floor,
    criteria,
  };
}

const NONE_APPLIES: Triple = { certain: true, best: true, floor: false };

/** A requirement's criterion: one part, or alternatives. Where none applies the requirement is excluded, and only the floor counts. */
const readAtFloor = (parts: RungRef[], read: Reader): Triple => readParts(parts, 'any', read) ?? NONE_APPLIES;

/** The last level up to which everything holds; levels above the first that does not are not asked. */
function highest<Each>(
  levels: readonly { id: string; requirements: Each[] }[],
  holds: (requirement: Each) => boolean,
): string | null {
  let reached: string | null = null;
  for (const { id, requirements } of levels) {
    if (!requirements.every(holds)) break;
    reached = id;
  }
  return reached;
}

function progressOf(levels: LevelReading[]): { certain: number; best: number } {
  const counted = levels.filter(({ requirements }) => requirements.length > 0);
  const share = (holds: (requirement: RequirementReading) => boolean) => {
    const shares = counted.map(({ requirements }) => {
      const included = requirements.filter(({ state }) => state !== 'excluded');
      return included.length === 0 ? 1 : included.filter(holds).length / included.length;
    });
    return shares.length === 0 ? 1 : shares.reduce((sum, value) => sum + value, 0) / shares.length;
  };
  return { certain: share(({ certain }) => certain), best: share(({ best }) => best) };
}

function nextLevel(levels: LevelReading[], certain: string | null): NextLevel | null {
  const index = levels.findIndex(({ id }) => id === certain) + 1;
  const next = levels[index];
  if (next === undefined) return null;
  const ids = (state: RequirementState) =>
    next.requirements.filter((requirement) => requirement.state === state).map(({ id }) => id);
  const unmet = ids('unmet');
  const open = ids('open');
  const ifUnmetWereMet = highest(
    levels,
    (requirement) => requirement.certain || (requirement.level === next.id && requirement.state === 'unmet'),
  );
  return { level: next.id, met: ids('met'), unmet, open, excluded: ids('excluded'), ifUnmetWereMet };
}

/** How many requirements at or below a level are not met for certain. */
export function toGo(model: ModelScore, level: string): { certain: number; best: number } {
  const index = model.levels.findIndex(({ id }) => id === level);
  const requirements = model.levels.slice(0, index + 1).flatMap((each) => each.requirements);
  return {
    certain: requirements.filter(({ certain }) => !certain).length,
    best: requirements.filter(({ best }) => !best).length,
  };
}

function count(standings: { standing: Standing }[]): Counts {
  const of = (is: (value: Standing) => boolean) => standings.filter(({ standing }) => is(standing)).length;
  const notApplicable = of((value) => value === 'not-applicable');
  return {
    inScope: standings.length,
    applicable: standings.length - notApplicable,
    answered: of((value) => value !== 'unanswered' && value !== 'not-applicable'),
    rated: of(isRated),
    unknown: of((value) => value === 'unknown'),
    notApplicable,
  };
}

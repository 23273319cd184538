import type {
  Content,
  Criterion,
  MaturityModel,
  Met,
  ModelId,
  Phase,
  Pillar,
  RungRef,
  Side,
} from './schema/content';

/**
 * What the gates of a model's level together ask: `all` has one part, a capability's rung; `any` is met by one of its parts.
 * `criteria` are the gates that make it, each with the rungs that it asks here.
 */
export type Requirement = {
  /** `model-registry:3`, or `scheduled-retraining:3|triggered-retraining:3` for alternatives. */
  id: string;
  level: string;
  parts: RungRef[];
  criteria: { id: string; parts: RungRef[] }[];
};

/** A model as the score reads it: its levels from the lowest up, each with its requirements. */
export type Ruler = {
  model: ModelId;
  levels: { id: string; name: string; requirements: Requirement[] }[];
};

/**
 * All that `score` needs, small enough to travel to the browser. `capabilities` are those in scope, in the order of the content;
 * `beyond` marks those that no requirement of any of the three models names.
 */
export type Basis = {
  capabilities: {
    id: string;
    domain: string;
    pillar: Pillar;
    phases: Phase[];
    side: Side;
    beyond: boolean;
  }[];
  rulers: Ruler[];
};

export const allParts = (met: Met): RungRef[] =>
  'allOf' in met ? met.allOf : 'anyOf' in met ? met.anyOf : [met];

const isAny = (met: Met): boolean => 'anyOf' in met;

const partId = (part: RungRef): string => `${part.capability}:${part.rung}`;

/** The name of a requirement: its parts in alphabetical order. */
export function requirementId(parts: RungRef[]): string {
  return parts.map(partId).toSorted().join('|');
}

/**
 * Compiles the gates of a model into requirements, so that a wordy vendor does not weigh more: per level each capability with the
 * highest rung that its single and `allOf` gates ask, and each distinct `anyOf` gate; left out where a lower level already asks it.
 */
export function compileRequirements(
  model: Pick<MaturityModel, 'levels' | 'criteria'>,
): Map<string, Requirement[]> {
  const askedBelow = new Map<string, number>();
  const choicesBelow = new Set<string>();
  const byLevel = new Map<string, Requirement[]>();
  for (const level of model.levels.toSorted((a, b) => a.order - b.order)) {
    const gates = model.criteria.filter(
      (criterion) => criterion.level === level.id && criterion.gate === true,
    );
    const single = singleRequirements(level.id, gates, askedBelow);
    const choices = choiceRequirements(level.id, gates, choicesBelow);
    for (const { parts } of single) for (const part of parts) askedBelow.set(part.capability, part.rung);
    for (const { id } of choices) choicesBelow.add(id);
    byLevel.set(level.id, [...single, ...choices]);
  }
  return byLevel;
}

function singleRequirements(level: string, gates: Criterion[], below: Map<string, number>): Requirement[] {
  const byCapability = new Map<string, { rung: number; criteria: Requirement['criteria'] }>();
  for (const gate of gates) {
    if (gate.met === undefined || isAny(gate.met)) continue;
    for (const part of allParts(gate.met)) {
      if (part.rung <= (below.get(part.capability) ?? 0)) continue;
      const entry = byCapability.get(part.capability) ?? { rung: 0, criteria: [] };
      entry.rung = Math.max(entry.rung, part.rung);
      entry.criteria.push({ id: gate.id, parts: [part] });
      byCapability.set(part.capability, entry);
    }
  }
  return [...byCapability].map(([capability, { rung, criteria }]) => {
    const parts = [{ capability, rung }];
    return { id: requirementId(parts), level, parts, criteria };
  });
}

function choiceRequirements(level: string, gates: Criterion[], below: Set<string>): Requirement[] {
  const byId = new Map<string, Requirement>();
  for (const gate of gates) {
    if (gate.met === undefined || !isAny(gate.met)) continue;
    const parts = allParts(gate.met);
    const id = requirementId(parts);
    if (below.has(id)) continue;
    const requirement = byId.get(id) ?? { id, level, parts, criteria: [] };
    requirement.criteria.push({ id: gate.id, parts });
    byId.set(id, requirement);
  }
  return [...byId.values()];
}

/** A model's levels from the lowest up with their requirements, in the order of the content's capabilities. */
export function rulerOf(model: MaturityModel, capabilities: Content['capabilities']): Ruler {
  const position = new Map(capabilities.map(({ id }, index) => [id, index]));
  const place = (requirement: Requirement) => position.get(requirement.parts[0]?.capability ?? '') ?? 0;
  const compiled = compileRequirements(model);
  return {
    model: model.id,
    levels: model.levels
      .toSorted((a, b) => a.order - b.order)
      .map(({ id, name }) => ({
        id,
        name,
        requirements: (compiled.get(id) ?? []).toSorted((a, b) => place(a) - place(b)),
      })),
  };
}

/**
 * The ladders that a set of questionnaires asks: all of them for all three models, otherwise those that decide a criterion of a chosen model.
 */
export function capabilitiesInScope(
  content: Pick<Content, 'capabilities' | 'models'>,
  questionnaires: readonly ModelId[],
): Content['capabilities'] {
  const models = Object.values(content.models);
  if (models.every(({ id }) => questionnaires.includes(id))) return content.capabilities;
  const used = new Set(
    models
      .filter(({ id }) => questionnaires.includes(id))
      .flatMap(({ criteria }) => criteria)
      .flatMap(({ met }) => (met === undefined ? [] : allParts(met)))
      .map(({ capability }) => capability),
  );
  return content.capabilities.filter(({ id }) => used.has(id));
}

/** What `score` needs of the content for these questionnaires, models in the content's order. */
export function scoringBasis(
  content: Pick<Content, 'capabilities' | 'models'>,
  questionnaires: readonly ModelId[],
): Basis {
  const everyRuler = Object.values(content.models).map((model) => rulerOf(model, content.capabilities));
  const named = new Set(
    everyRuler
      .flatMap(({ levels }) => levels)
      .flatMap(({ requirements }) => requirements)
      .flatMap(({ parts }) => parts)
      .map(({ capability }) => capability),
  );
  return {
    capabilities: capabilitiesInScope(content, questionnaires).map(
      ({ id, domain, pillar, phases, side }) => ({
        id,
        domain,
        pillar,
        phases,
        side,
        beyond: !named.has(id),
      }),
    ),
    rulers: everyRuler.filter(({ model }) => questionnaires.includes(model)),
  };
}

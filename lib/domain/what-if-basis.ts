import type { Assessment } from './assessment';
import { capabilitiesInScope, scoringBasis, type Basis } from './requirements';
import type { Answer, Answers } from './schema/answers';
import type { Content, ModelId } from './schema/content';
import { levelLabel } from './labels';
import type { WhatIfBasis } from './what-if';

/** What the browser gets to try rungs with. For one questionnaire it is grouped by that vendor's levels and names no other. */
export function whatIfBasis(
  content: Content,
  { answers, statements, questionnaires }: Pick<Assessment, 'answers' | 'statements' | 'questionnaires'>,
): WhatIfBasis {
  const basis = scoringBasis(content, questionnaires);
  const ladders = capabilitiesInScope(content, questionnaires);
  const [only, ...others] = questionnaires;
  const single = others.length === 0 ? only : undefined;
  const own = new Set(questionnaires.flatMap((model) => content.models[model].criteria.map(({ id }) => id)));
  return {
    basis,
    answers: choicesOf(answers),
    statements: Object.fromEntries(
      Object.entries(statements).flatMap(([id, { note: _, ...statement }]) =>
        own.has(id) ? [[id, statement]] : [],
      ),
    ),
    ladders: ladders.map(({ id, title, rungs }) => ({ id, title, rungs: rungs.map(({ text }) => text) })),
    ...(single === undefined ? byDomain(content, basis) : byLevel(content, basis, single)),
  };
}

function choicesOf(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([id, { note: _, evidence: __, ...choice }]): [string, Answer] => [
      id,
      choice,
    ]),
  );
}

type Grouping = Pick<WhatIfBasis, 'groups' | 'areas'>;

function byDomain(content: Content, basis: Basis): Grouping {
  const domains = content.lifecycle.domains
    .map(({ id, title }) => ({
      title,
      domain: id,
      capabilities: basis.capabilities.filter(({ domain }) => domain === id).map((each) => each.id),
    }))
    .filter(({ capabilities }) => capabilities.length > 0);
  return {
    groups: domains,
    areas: domains.map(({ title, domain }) => ({ title, domain })),
  };
}

/** Each ladder once, at the first level that asks it. */
function byLevel(content: Content, basis: Basis, model: ModelId): Grouping {
  const left = new Set(basis.capabilities.map(({ id }) => id));
  const levels = basis.rulers.flatMap((ruler) => ruler.levels);
  const groups = levels.map((level) => {
    const asked = level.requirements
      .flatMap(({ parts }) => parts)
      .map(({ capability }) => capability)
      .filter((capability) => left.delete(capability));
    return { title: levelLabel(model, level), capabilities: asked };
  });
  const { dimensions, criteria } = content.models[model];
  return {
    groups: [...groups, { title: 'Asked for by advice alone', capabilities: [...left] }].filter(
      ({ capabilities }) => capabilities.length > 0,
    ),
    areas: dimensions.map(({ id, name }) => ({
      title: name,
      criteria: criteria.filter(({ dimension }) => dimension === id),
    })),
  };
}

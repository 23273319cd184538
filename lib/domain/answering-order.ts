import { levelShort } from './labels';
import { allParts, capabilitiesInScope } from './requirements';
import type { Content, Criterion, MaturityModel } from './schema/content';
import type { ModelId } from './vocabulary';

/** Ladders asked one after the other under one heading: one of our domains, or one level of a vendor. */
export type AskingGroup = { id: string; title: string; capabilities: string[] };

/** Of these groups the ladders that one person is asked for; groups of which none is left are left out. */
export const narrowedTo = (groups: readonly AskingGroup[], asked: readonly string[]): AskingGroup[] => {
  const wanted = new Set(asked);
  return groups
    .map((group) => ({ ...group, capabilities: group.capabilities.filter((id) => wanted.has(id)) }))
    .filter(({ capabilities }) => capabilities.length > 0);
};

/** The ladders that the questionnaires ask, by domain, in the order of the content. */
export function domainOrder(content: Content, questionnaires: readonly ModelId[]): AskingGroup[] {
  const asked = new Set(capabilitiesInScope(content, questionnaires).map(({ id }) => id));
  return content.lifecycle.domains
    .map(({ id, title, capabilities }) => ({
      id,
      title,
      capabilities: capabilities.filter((capability) => asked.has(capability)),
    }))
    .filter(({ capabilities }) => capabilities.length > 0);
}

/**
 * The ladders that one vendor uses, each once: at the first level with a gate that needs it, or, where only advice names it, at the
 * first level whose advice does. Inside a level in the vendor's areas, as in its text.
 */
export function vendorOrder(
  model: Pick<MaturityModel, 'id' | 'levels' | 'dimensions' | 'criteria'>,
): AskingGroup[] {
  const levels = model.levels.toSorted((a, b) => a.order - b.order);
  const inVendorsOrder = levels.flatMap(({ id }) => criteriaOfLevel(model, id));
  const gatesFirst = [
    ...inVendorsOrder.filter(({ gate }) => gate === true),
    ...inVendorsOrder.filter(({ gate }) => gate !== true),
  ];
  const levelOf = new Map<string, string>();
  for (const criterion of gatesFirst) {
    for (const capability of laddersOf(criterion)) {
      if (!levelOf.has(capability)) levelOf.set(capability, criterion.level);
    }
  }
  return levels
    .map((level) => ({
      id: `level-${level.id}`,
      title: titleOf(model.id, level),
      capabilities: [...new Set(criteriaOfLevel(model, level.id).flatMap(laddersOf))].filter(
        (capability) => levelOf.get(capability) === level.id,
      ),
    }))
    .filter(({ capabilities }) => capabilities.length > 0);
}

function criteriaOfLevel(
  { dimensions, criteria }: Pick<MaturityModel, 'dimensions' | 'criteria'>,
  level: string,
): Criterion[] {
  return dimensions.flatMap(({ id }) =>
    criteria.filter((criterion) => criterion.level === level && criterion.dimension === id),
  );
}

const laddersOf = ({ met }: Criterion): string[] =>
  met === undefined ? [] : allParts(met).map(({ capability }) => capability);

/** `Repeatable`, `L1 DevOps but no MLOps`. */
function titleOf(model: ModelId, level: { id: string; name: string }): string {
  const short = levelShort(model, level);
  return short === level.name ? level.name : `${short} ${level.name}`;
}

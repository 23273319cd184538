import type {
  Capability,
  Content,
  Glossary,
  Lifecycle,
  MaturityModel,
  ModelId,
  Role,
  Tool,
} from './schema/content';

/** One fault in the content: in which file (relative to the content folder), at which place in it, and what was expected. */
export type Problem = { file: string; path: (string | number)[]; message: string };

/** Domain and id name the file of a capability. */
export const capabilityFile = ({ domain, id }: Pick<Capability, 'domain' | 'id'>): string =>
  `capabilities/${domain}/${id}.yaml`;

/** The parsed files before they are joined. */
export type ContentParts = {
  capabilities: { file: string; value: Capability }[];
  models: { file: string; value: MaturityModel }[];
  roles: Role[];
  tools: Tool[];
  lifecycle: Lifecycle;
  glossary: Glossary;
};

export const FILES = {
  roles: 'roles.yaml',
  tools: 'tools.yaml',
  lifecycle: 'lifecycle.yaml',
  glossary: 'glossary.yaml',
} as const;

/** Joins the parts, capabilities in the order of their domains. Call only when `referenceProblems` found nothing. */
export function joinContent(parts: ContentParts, hash: (text: string) => string): Content {
  const byId = new Map(parts.capabilities.map(({ value }) => [value.id, value]));
  const ordered = parts.lifecycle.domains
    .flatMap(({ capabilities }) => capabilities)
    .flatMap((id) => byId.get(id) ?? []);
  const modelOf = (id: ModelId): MaturityModel => {
    const found = parts.models.find(({ value }) => value.id === id);
    if (found === undefined) throw new Error(`content/models/${id}.yaml is missing`);
    return found.value;
  };
  const { lifecycle, roles, tools, glossary } = parts;
  const joined = {
    capabilities: ordered,
    models: { aws: modelOf('aws'), microsoft: modelOf('microsoft'), google: modelOf('google') },
    lifecycle,
    roles,
    tools,
    glossary,
  };
  return {
    ...joined,
    edition: { version: lifecycle.version, hash: hash(canonical(joined)) },
    measure: hash(canonical(whatIsMeasured(joined))),
  };
}

/** Only what can move a number; wording of questions, reasons and advice is left out. */
function whatIsMeasured({ capabilities, models }: Pick<Content, 'capabilities' | 'models'>) {
  return {
    capabilities: Object.fromEntries(
      capabilities.map(({ id, domain, pillar, phases, side, rungs, notApplicable }) => [
        id,
        { domain, pillar, phases: phases.toSorted(), side, rungs, notApplicable: notApplicable ?? null },
      ]),
    ),
    models: Object.values(models).map(({ id, levels, criteria }) => ({
      id,
      levels: levels.map((level) => ({ id: level.id, order: level.order })),
      criteria: Object.fromEntries(
        criteria.map((each) => [
          each.id,
          { level: each.level, met: each.met ?? null, gate: each.gate ?? false },
        ]),
      ),
    })),
  };
}

/** JSON with the keys of every object in alphabetical order, so that a hash does not depend on how a file was written. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

import { capabilityFile, FILES, type ContentParts, type Problem } from './content';
import { allParts } from './requirements';
import type { Lifecycle } from './schema/content';

/** Every reference between files that leads nowhere, every id that is wrong, doubled or retired, and every cycle of prerequisites. */
export function referenceProblems(parts: ContentParts): Problem[] {
  return [
    ...placeProblems(parts),
    ...doubleProblems(parts),
    ...retiredProblems(parts),
    ...capabilityProblems(parts),
    ...modelProblems(parts),
    ...toolProblems(parts),
    ...cycleProblems(parts),
  ];
}

function placeProblems({ capabilities, models, lifecycle }: ContentParts): Problem[] {
  const problems: Problem[] = [];
  for (const { file, value } of capabilities) {
    const expected = capabilityFile(value);
    if (file !== expected)
      problems.push({ file, path: ['id'], message: `belongs in ${expected}: id and domain name the file` });
  }
  for (const { file, value } of models) {
    if (file !== `models/${value.id}.yaml`)
      problems.push({ file, path: ['id'], message: `belongs in models/${value.id}.yaml` });
  }
  const files = new Map(capabilities.map(({ value }) => [value.id, value]));
  const listed = new Set<string>();
  for (const [d, domain] of lifecycle.domains.entries()) {
    for (const [c, id] of domain.capabilities.entries()) {
      const path = ['domains', d, 'capabilities', c];
      listed.add(id);
      const capability = files.get(id);
      if (capability === undefined)
        problems.push({ file: FILES.lifecycle, path, message: `there is no capability file for ${id}` });
      else if (capability.domain !== domain.id) {
        problems.push({
          file: FILES.lifecycle,
          path,
          message: `${id} says that it belongs to ${capability.domain}`,
        });
      }
    }
  }
  for (const { file, value } of capabilities) {
    if (!listed.has(value.id))
      problems.push({
        file,
        path: ['id'],
        message: `${value.id} is missing from its domain in ${FILES.lifecycle}`,
      });
  }
  return problems;
}

function doubled<Item>(
  items: Item[],
  id: (item: Item) => string,
  at: (index: number) => Omit<Problem, 'message'>,
  what = 'id',
): Problem[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const own = id(item);
    if (!seen.has(own)) {
      seen.add(own);
      return [];
    }
    return [{ ...at(index), message: `the ${what} ${own} stands twice` }];
  });
}

function doubleProblems(parts: ContentParts): Problem[] {
  const inList = (file: string) => (index: number) => ({ file, path: [index, 'id'] });
  return [
    ...doubled(parts.roles, ({ id }) => id, inList(FILES.roles)),
    ...doubled(parts.tools, ({ id }) => id, inList(FILES.tools)),
    ...doubled(parts.glossary, ({ id }) => id, inList(FILES.glossary)),
    ...doubled(
      parts.lifecycle.domains.flatMap(({ capabilities }) => capabilities),
      (id) => id,
      () => ({ file: FILES.lifecycle, path: ['domains'] }),
    ),
    ...doubledCriteria(parts.models),
    ...parts.models.flatMap(({ file, value }) => [
      ...doubled(
        value.levels,
        ({ id }) => id,
        (index) => ({ file, path: ['levels', index, 'id'] }),
      ),
      ...doubled(
        value.levels,
        ({ order }) => String(order),
        (index) => ({ file, path: ['levels', index, 'order'] }),
        'order',
      ),
      ...doubled(
        value.dimensions,
        ({ id }) => id,
        (index) => ({ file, path: ['dimensions', index, 'id'] }),
      ),
    ]),
  ];
}

/** Over all models together: what a person states is stored under the criterion's id alone. */
function doubledCriteria(models: ContentParts['models']): Problem[] {
  const all = models.flatMap(({ file, value }) =>
    value.criteria.map(({ id }, index) => ({ id, file, path: ['criteria', index, 'id'] })),
  );
  return doubled(
    all,
    ({ id }) => id,
    (index) => ({ file: all[index]?.file ?? '', path: all[index]?.path ?? [] }),
  );
}

function retiredProblems({
  lifecycle,
  capabilities,
  models,
  roles,
  tools,
  glossary,
}: ContentParts): Problem[] {
  const inUse: Record<Lifecycle['retired'][number]['kind'], Set<string>> = {
    capability: new Set(capabilities.map(({ value }) => value.id)),
    criterion: new Set(models.flatMap(({ value }) => value.criteria.map(({ id }) => id))),
    role: new Set(roles.map(({ id }) => id)),
    tool: new Set(tools.map(({ id }) => id)),
    term: new Set(glossary.map(({ id }) => id)),
  };
  return lifecycle.retired.flatMap(({ kind, id }, index) =>
    inUse[kind].has(id)
      ? [
          {
            file: FILES.lifecycle,
            path: ['retired', index],
            message: `the ${kind} ${id} is retired and used again`,
          },
        ]
      : [],
  );
}

function capabilityProblems({ capabilities, roles, tools, glossary }: ContentParts): Problem[] {
  const known = {
    capability: new Set(capabilities.map(({ value }) => value.id)),
    role: new Set(roles.map(({ id }) => id)),
    tool: new Set(tools.map(({ id }) => id)),
    term: new Set(glossary.map(({ id }) => id)),
  };
  return capabilities.flatMap(({ file, value }) => {
    const problems: Problem[] = [];
    const refer = (kind: keyof typeof known, id: string, path: Problem['path']) => {
      if (!known[kind].has(id)) problems.push({ file, path, message: `there is no ${kind} ${id}` });
    };
    for (const kind of ['lead', 'support'] as const) {
      for (const [index, id] of value.roles[kind].entries()) refer('role', id, ['roles', kind, index]);
    }
    for (const [index, id] of value.words.entries()) refer('term', id, ['words', index]);
    for (const [index, step] of value.steps.entries()) {
      const path = ['steps', index];
      if (step.to !== index + 1)
        problems.push({
          file,
          path: [...path, 'to'],
          message: `expected the step to rung ${index + 1} here`,
        });
      for (const role of Object.keys(step.effort)) {
        refer('role', role, [...path, 'effort', role]);
        if (![...value.roles.lead, ...value.roles.support].includes(role)) {
          problems.push({
            file,
            path: [...path, 'effort', role],
            message: `${role} is neither lead nor support of ${value.id}`,
          });
        }
      }
      for (const [platform, ids] of Object.entries(step.tools ?? {})) {
        for (const [each, id] of (ids ?? []).entries()) refer('tool', id, [...path, 'tools', platform, each]);
      }
      for (const [each, { capability }] of step.after.entries())
        refer('capability', capability, [...path, 'after', each]);
    }
    return problems;
  });
}

function modelProblems({ models, capabilities }: ContentParts): Problem[] {
  const known = new Set(capabilities.map(({ value }) => value.id));
  return models.flatMap(({ file, value }) => {
    const levels = new Map(value.levels.map(({ id, order }) => [id, order]));
    const dimensions = new Set(value.dimensions.map(({ id }) => id));
    const sources = new Set(value.sources.map(({ id }) => id));
    const criteria = new Map(value.criteria.map((criterion) => [criterion.id, criterion]));
    return value.criteria.flatMap((criterion, index) => {
      const problems: Problem[] = [];
      const say = (path: Problem['path'], message: string) =>
        problems.push({ file, path: ['criteria', index, ...path], message: `${criterion.id}: ${message}` });
      if (!levels.has(criterion.level)) say(['level'], `there is no level ${criterion.level}`);
      if (!dimensions.has(criterion.dimension))
        say(['dimension'], `there is no dimension ${criterion.dimension}`);
      if (!sources.has(criterion.source.id)) say(['source'], `there is no source ${criterion.source.id}`);
      const parts = criterion.met === undefined ? [] : allParts(criterion.met);
      for (const { capability } of parts)
        if (!known.has(capability)) say(['met'], `there is no capability ${capability}`);
      if (new Set(parts.map(({ capability }) => capability)).size < parts.length)
        say(['met'], 'names a capability twice');
      if (criterion.repeats !== undefined) {
        const original = criteria.get(criterion.repeats);
        const lower =
          original !== undefined && (levels.get(original.level) ?? 0) < (levels.get(criterion.level) ?? 0);
        if (!lower) say(['repeats'], `${criterion.repeats} is not a criterion of a lower level`);
        else if (JSON.stringify(original.met) !== JSON.stringify(criterion.met))
          say(['met'], `differs from ${original.id}, which it repeats`);
        if (criterion.gate === true)
          say(['gate'], 'repeats another criterion and so counts nowhere: expected gate: false');
      }
      return problems;
    });
  });
}

function toolProblems({ tools, capabilities }: ContentParts): Problem[] {
  const known = new Set(capabilities.map(({ value }) => value.id));
  return tools.flatMap((tool, index) =>
    tool.capabilities.flatMap((id, each) =>
      known.has(id)
        ? []
        : [
            {
              file: FILES.tools,
              path: [index, 'capabilities', each],
              message: `there is no capability ${id}`,
            },
          ],
    ),
  );
}

/** A step waits for the steps below it and for its `after` entries; a cycle could never be climbed. */
function cycleProblems({ capabilities }: ContentParts): Problem[] {
  const byId = new Map(capabilities.map((each) => [each.value.id, each]));
  const state = new Map<string, 'open' | 'done'>();
  const problems: Problem[] = [];
  const visit = (id: string, rung: number, trail: string[]) => {
    const key = `${id}:${rung}`;
    const entry = byId.get(id);
    if (rung === 0 || entry === undefined || state.get(key) === 'done') return;
    if (state.get(key) === 'open') {
      const cycle = [...trail.slice(trail.indexOf(key)), key].join(' → ');
      problems.push({
        file: entry.file,
        path: ['steps', rung - 1, 'after'],
        message: `the prerequisites form a cycle: ${cycle}`,
      });
      return;
    }
    state.set(key, 'open');
    visit(id, rung - 1, [...trail, key]);
    for (const part of entry.value.steps[rung - 1]?.after ?? [])
      visit(part.capability, part.rung, [...trail, key]);
    state.set(key, 'done');
  };
  for (const { value } of capabilities) visit(value.id, 4, []);
  return problems;
}

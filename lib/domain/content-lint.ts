import { compileRequirements, allParts, requirementId } from './requirements';
import { capabilityFile, type Problem } from './content';
import { toolProblems } from './content-tools';
import type { Capability, Content, Criterion, MaturityModel } from './schema/content';

/** Most words of a text; a rung also has a least number. Half an hour for 43 questions rests on these (content/README.md). */
export const WORDS = { question: 20, why: 25, rung: { least: 10, most: 22 }, all: 5_200 } as const;

/** Two texts that share this much of their words (Dice coefficient) say the same thing twice. */
const NEAR = 0.85;

const PERMISSION = /\b(can|could|may|might|ideally|optional|optionally)\b/i;

export const wordCount = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Faults of writing and of tying that do not stop a start but must not be published. */
export function lintContent(content: Content): Problem[] {
  return [
    ...content.capabilities.flatMap(wordProblems),
    ...totalWords(content.capabilities),
    ...nearDuplicates(content),
    ...content.capabilities.flatMap(stepProblems),
    ...toolProblems(content),
    ...sharedAliases(content),
    ...unsorted(content),
    ...Object.values(content.models).flatMap(tyingProblems),
    ...Object.values(content.models).flatMap((model) => emptiedLevels(model, content.capabilities)),
  ];
}

function wordProblems(capability: Capability): Problem[] {
  const file = capabilityFile(capability);
  const problems: Problem[] = [];
  const atMost = (path: Problem['path'], text: string, most: number) => {
    const words = wordCount(text);
    if (words > most) problems.push({ file, path, message: `${words} words, at most ${most}` });
  };
  atMost(['question'], capability.question, WORDS.question);
  atMost(['why'], capability.why, WORDS.why);
  for (const [rung, { text }] of capability.rungs.entries()) {
    const path = ['rungs', rung, 'text'];
    atMost(path, text, WORDS.rung.most);
    const words = wordCount(text);
    if (words < WORDS.rung.least)
      problems.push({ file, path, message: `${words} words, at least ${WORDS.rung.least}` });
  }
  return problems;
}

function totalWords(capabilities: Capability[]): Problem[] {
  const total = capabilities
    .flatMap(({ question, rungs }) => [question, ...rungs.map(({ text }) => text)])
    .reduce((sum, text) => sum + wordCount(text), 0);
  if (total <= WORDS.all) return [];
  return [
    {
      file: 'lifecycle.yaml',
      path: ['domains'],
      message: `all questions and rungs have ${total} words, at most ${WORDS.all}`,
    },
  ];
}

/** A step that waits for a higher rung than its own would make the low rungs of one ladder need the top of another. */
function stepProblems(capability: Capability): Problem[] {
  return capability.steps.flatMap(({ to, after }, step) =>
    after.flatMap(({ capability: other, rung }, index) =>
      rung <= to
        ? []
        : [
            {
              file: capabilityFile(capability),
              path: ['steps', step, 'after', index],
              message: `the step to rung ${to} waits for ${other} on rung ${rung}, above its own`,
            },
          ],
    ),
  );
}

/** A roster's title must lead to one role. */
function sharedAliases({ roles }: Content): Problem[] {
  const owner = new Map<string, string>();
  return roles.flatMap(({ id, title, aliases }, index) =>
    [title, ...aliases].flatMap((name) => {
      const key = name.toLowerCase();
      const other = owner.get(key);
      owner.set(key, id);
      return other === undefined
        ? []
        : [
            {
              file: 'roles.yaml',
              path: [index, 'aliases'],
              message: `"${name}" is a name of ${other} already`,
            },
          ];
    }),
  );
}

function unsorted({ glossary }: Content): Problem[] {
  return glossary.flatMap(({ id }, index) => {
    const before = glossary[index - 1]?.id;
    return before === undefined || before < id
      ? []
      : [{ file: 'glossary.yaml', path: [index, 'id'], message: `${id} stands after ${before}: sort by id` }];
  });
}

type Placed = { file: string; path: Problem['path']; text: string };

function nearDuplicates({ capabilities, models }: Content): Problem[] {
  const groups: Placed[][] = [
    capabilities.flatMap((capability) =>
      capability.rungs.map(({ text }, rung) => ({
        file: capabilityFile(capability),
        path: ['rungs', rung, 'text'],
        text,
      })),
    ),
    capabilities.map((capability) => ({
      file: capabilityFile(capability),
      path: ['question'],
      text: capability.question,
    })),
    capabilities.map((capability) => ({
      file: capabilityFile(capability),
      path: ['why'],
      text: capability.why,
    })),
    ...Object.values(models).map(({ id, criteria }) =>
      criteria.flatMap(({ text, repeats }, index) =>
        repeats === undefined ? [{ file: `models/${id}.yaml`, path: ['criteria', index, 'text'], text }] : [],
      ),
    ),
  ];
  return groups.flatMap(duplicatesWithin);
}

function duplicatesWithin(texts: Placed[]): Problem[] {
  const sets = texts.map(({ text }) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  const problems: Problem[] = [];
  for (const [i, a] of sets.entries()) {
    for (const [j, b] of sets.slice(0, i).entries()) {
      const shared = [...a].filter((word) => b.has(word)).length;
      const [own, other] = [texts[i], texts[j]];
      if ((2 * shared) / (a.size + b.size) < NEAR || own === undefined || other === undefined) continue;
      problems.push({
        file: own.file,
        path: own.path,
        message: `says nearly the same as ${other.file}, ${other.path.join('.')}`,
      });
    }
  }
  return problems;
}

function tyingProblems(model: MaturityModel): Problem[] {
  const order = new Map(model.levels.map(({ id, order: height }) => [id, height]));
  const height = (criterion: Criterion) => order.get(criterion.level) ?? 0;
  const gates = model.criteria.filter(({ gate }) => gate === true);
  return model.criteria.flatMap((criterion, index) => {
    const problems: Problem[] = [];
    const say = (path: string, message: string) =>
      problems.push({
        file: `models/${model.id}.yaml`,
        path: ['criteria', index, path],
        message: `${criterion.id}: ${message}`,
      });
    if (criterion.gate !== true || criterion.met === undefined) return problems;
    if (allParts(criterion.met).some(({ rung }) => rung === 0))
      say('met', 'requires rung 0, which everybody has');
    if (PERMISSION.test(criterion.text))
      say('gate', 'a word of permission (can, may, ideally, optional) makes advice, not a gate');
    if (height(criterion) === 0)
      say('gate', 'the level with order 0 is where everybody starts: expected gate: false');
    const below = gates.filter((gate) => height(gate) < height(criterion));
    if (impliedBy(criterion, below))
      say('repeats', 'is wholly implied by lower levels: mark what it repeats, or tie it higher');
    return problems;
  });
}

function impliedBy({ met }: Criterion, below: Criterion[]): boolean {
  if (met === undefined) return false;
  const asked = new Map<string, number>();
  const choices = new Set<string>();
  for (const gate of below) {
    if (gate.met === undefined) continue;
    if ('anyOf' in gate.met) choices.add(requirementId(gate.met.anyOf));
    else
      for (const { capability, rung } of allParts(gate.met))
        asked.set(capability, Math.max(rung, asked.get(capability) ?? 0));
  }
  const has = ({ capability, rung }: { capability: string; rung: number }) =>
    rung <= (asked.get(capability) ?? -1);
  return 'anyOf' in met
    ? met.anyOf.some(has) || choices.has(requirementId(met.anyOf))
    : allParts(met).every(has);
}

/** With everything excluded that may be, a level that has requirements must keep one, or saying "not applicable" would reach it. */
function emptiedLevels(model: MaturityModel, capabilities: Capability[]): Problem[] {
  const mayBeExcluded = new Set(
    capabilities.filter(({ notApplicable }) => notApplicable !== undefined).map(({ id }) => id),
  );
  const compiled = compileRequirements(model);
  return model.levels.flatMap(({ id, name }, index) => {
    const requirements = compiled.get(id) ?? [];
    const kept = requirements.some(({ parts }) =>
      parts.some(({ capability }) => !mayBeExcluded.has(capability)),
    );
    if (requirements.length === 0 || kept) return [];
    return [
      {
        file: `models/${model.id}.yaml`,
        path: ['levels', index],
        message: `${name}: exclusions could empty this level`,
      },
    ];
  });
}

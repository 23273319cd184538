import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { FILES, joinContent, type ContentParts } from '@/lib/domain/content';
import type {
  Capability,
  Content,
  Criterion,
  MaturityModel,
  ModelId,
  RungRef,
  Step,
} from '@/lib/domain/schema/content';
import { MODEL_IDS, PHASES, PILLARS, SIDES } from '@/lib/domain/vocabulary';
import { loadContent, type LoadedContent } from './load';

/** Small contents by hand: as values, as files, and in a folder that is read as the application reads its own. For tests alone. */

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export type CapabilityDraft = Partial<Pick<Capability, 'domain' | 'pillar' | 'phases' | 'side'>> & {
  id: string;
  mayBeExcluded?: boolean;
  /** Person-days of the steps to rung 1, 2, 3, 4 and what comes first. */
  days?: number[];
  after?: RungRef[][];
};
export type CriterionDraft = Partial<Pick<Criterion, 'met' | 'gate' | 'repeats' | 'ask'>> & {
  id: string;
  level: string;
};
export type ModelDraft = { levels?: { id: string; order: number }[]; criteria: CriterionDraft[] };

/** Eleven words that stand nowhere else, so that no text is near another. */
const words = (seed: string): string =>
  Array.from('abcdefghijk', (letter) => `${seed.replace(/[^A-Za-z0-9]/g, '')}${letter}`).join(' ');

/** The files of a small content that says what the drafts say, with filling where they say nothing. */
export function partsOf(
  capabilities: CapabilityDraft[],
  models: Partial<Record<ModelId, ModelDraft>> = {},
): ContentParts {
  const full = capabilities.map(capabilityOf);
  const domains = [...new Set(full.map(({ domain }) => domain))];
  const named = <Id extends string>(id: Id) => ({ id, title: `Title of ${id}`, meaning: `Meaning of ${id}` });
  return {
    capabilities: full.map((value) => ({ file: `capabilities/${value.domain}/${value.id}.yaml`, value })),
    models: MODEL_IDS.map((id) => ({ file: `models/${id}.yaml`, value: modelOf(id, models[id]) })),
    roles: ['engineer', 'helper'].map((id) => ({
      id,
      title: `The ${id}`,
      aliases: [],
      category: 'technical',
      phases: ['development'],
      duties: ['Does the work.'],
      upskilling: [],
    })),
    tools: [],
    glossary: [],
    lifecycle: {
      version: '2026.1',
      domains: domains.map((id) => ({
        ...named(id),
        capabilities: full.filter(({ domain }) => domain === id).map((each) => each.id),
      })),
      pillars: PILLARS.map(named),
      phases: PHASES.map(named),
      sides: SIDES.map(named),
      retired: [],
    },
  };
}

export const contentOf = (...drafts: Parameters<typeof partsOf>): Content =>
  joinContent(partsOf(...drafts), sha256);

function capabilityOf({
  id,
  mayBeExcluded = false,
  days = [],
  after = [],
  ...rest
}: CapabilityDraft): Capability {
  return {
    id,
    domain: 'north',
    title: `Title of ${id}`,
    question: `Question ${words(`${id}Q`)}`,
    why: `Why ${words(`${id}W`)}`,
    asked: 'team',
    pillar: 'models',
    phases: ['development'],
    side: 'build',
    rungs: [0, 1, 2, 3, 4].map((rung) => ({ text: words(`${id}R${rung}`) })),
    words: [],
    ...(mayBeExcluded ? { notApplicable: `Nobody needs ${id}.` } : {}),
    evidence: ['Something to show'],
    roles: { lead: ['engineer'], support: ['helper'] },
    steps: [1, 2, 3, 4].map((to) => ({
      to,
      action: `Climb ${id} to ${to}`,
      automation: { before: 'By hand.', after: 'By itself.' },
      effort: { engineer: days[to - 1] ?? 1 },
      weeks: 1,
      after: after[to - 1] ?? [],
    })),
    ...rest,
  };
}

const LEVELS = [1, 2, 3].map((order) => ({ id: String(order), order }));

function modelOf(id: ModelId, draft?: ModelDraft): MaturityModel {
  const filling: CriterionDraft = {
    id: `${id.charAt(0).toUpperCase()}0-INFO`,
    level: (draft?.levels ?? LEVELS)[0]?.id ?? '',
  };
  return {
    id,
    title: `Model ${id}`,
    publisher: `Publisher of ${id}`,
    edition: '2026-01-01',
    sources: [{ id: 'text', title: 'The text', url: 'https://example.org/', licence: 'CC BY 4.0' }],
    levels: (draft?.levels ?? LEVELS).map((level) => ({
      ...level,
      name: `Level ${level.id}`,
      meaning: `Meaning of ${level.id}`,
      symptoms: [],
    })),
    dimensions: [{ id: 'area', name: 'Area' }],
    criteria: [...(draft?.criteria ?? []), filling].map(({ met, gate, ...rest }) => ({
      ...rest,
      dimension: 'area',
      text: words(rest.id),
      source: { id: 'text', at: 'Page 1' },
      fit: 'exact' as const,
      ...(met === undefined ? { info: 'No rung decides it.' } : { met, gate: gate ?? true }),
    })),
  };
}

/** The files as values, by their path in the content folder. */
export function filesOf(parts: ContentParts): Record<string, unknown> {
  const { capabilities, models, roles, tools, lifecycle, glossary } = parts;
  return {
    ...Object.fromEntries([...capabilities, ...models].map(({ file, value }) => [file, value])),
    [FILES.roles]: roles,
    [FILES.tools]: tools,
    [FILES.lifecycle]: lifecycle,
    [FILES.glossary]: glossary,
  };
}

/** Writes the files, values as YAML and texts as they are, into a folder that is gone afterwards, and loads it. */
export function loadFiles(files: Record<string, unknown>): LoadedContent & { texts: Record<string, string> } {
  const folder = mkdtempSync(path.join(tmpdir(), 'rungs-content-'));
  const texts: Record<string, string> = {};
  try {
    for (const [file, value] of Object.entries(files)) {
      texts[file] = typeof value === 'string' ? value : stringify(value, { lineWidth: 0 });
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), texts[file]);
    }
    return { ...loadContent(folder), texts };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The number of the line where the last of these texts stands, each looked for below the one before; not found is 0. */
export function lineOf(text: string | undefined, at: readonly string[]): number {
  const lines = (text ?? '').split('\n');
  return at.reduce(
    (line, part) => lines.findIndex((each, index) => index >= line && each.includes(part)) + 1,
    0,
  );
}

/** A content in which every kind of reference occurs. */
export function whole(): ContentParts {
  const part = (capability: string, rung: number) => ({ capability, rung });
  const parts = partsOf(
    [{ id: 'amber' }, { id: 'birch', domain: 'south', after: [[], [part('amber', 1)]] }],
    {
      aws: {
        criteria: [
          { id: 'A-1', level: '1', met: part('amber', 2) },
          { id: 'A-2', level: '2', met: { allOf: [part('amber', 3), part('birch', 1)] } },
          { id: 'A-3', level: '2', met: part('amber', 2), gate: false, repeats: 'A-1' },
        ],
      },
    },
  );
  const url = 'https://example.org/tool';
  const first = parts.capabilities[0]?.value.steps[0];
  if (first) first.tools = { independent: ['tool'] };
  return {
    ...parts,
    glossary: [{ id: 'term', term: 'Term', meaning: 'What it means.' }],
    tools: [
      { id: 'tool', name: 'Tool', url, platform: 'independent', licence: 'MIT', capabilities: ['amber'] },
    ],
  };
}

/** The small content, its parts taken out to be broken. */
export function taken(parts: ContentParts) {
  const [amber, birch] = parts.capabilities.map(({ value }) => value);
  const [aws] = parts.models.map(({ value }) => value);
  const [first, second, third] = aws?.criteria ?? [];
  const [role, tool, term] = [parts.roles[0], parts.tools[0], parts.glossary[0]];
  if (!amber || !birch || !aws || !first || !second || !third || !role || !tool || !term)
    throw new Error('incomplete');
  const step = (to: number): Step => {
    const found = amber.steps[to - 1];
    if (!found) throw new Error('incomplete');
    return found;
  };
  return {
    amber,
    birch,
    aws,
    first,
    second,
    third,
    role,
    tool,
    term,
    step,
    lifecycle: parts.lifecycle,
    parts,
  };
}

/** `at`: texts to look for in the file, one after the other; the fault stands on the line of the last. */
export type Break = {
  says: string;
  by: (whole: ReturnType<typeof taken>) => unknown;
  file: string;
  at: string[];
  message: string;
};

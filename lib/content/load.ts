import 'server-only';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type * as z from 'zod';
import { FILES, joinContent, type ContentParts, type Problem } from '@/lib/domain/content';
import { referenceProblems } from '@/lib/domain/content-problems';
import {
  capabilitySchema,
  glossarySchema,
  lifecycleSchema,
  modelSchema,
  rolesSchema,
  toolsSchema,
  type Content,
} from '@/lib/domain/schema/content';
import { editionName } from '@/lib/domain/edition-name';
import { MODEL_IDS } from '@/lib/domain/vocabulary';
import { PUBLISHED } from './published';
import { pathText, schemaFaults } from './schema-faults';
import { parseYaml, type Path } from './yaml-source';

/** One fault of a content file, ready to print. */
export type ContentFault = { file: string; line: number; message: string };

export type LoadedContent =
  | { ok: true; content: Content; locate: (problem: Problem) => ContentFault }
  | { ok: false; faults: ContentFault[] };

const MODEL_FILES = MODEL_IDS.map((id) => `models/${id}.yaml`);
const MAX_BYTES = 500_000;

/** Content that cannot be used; the message has one line a fault. */
export class BrokenContent extends Error {
  constructor(readonly faults: ContentFault[]) {
    super(`The content cannot be read:\n${faults.map(printFault).join('\n')}`);
    this.name = 'BrokenContent';
  }
}

export const printFault = ({ file, line, message }: ContentFault): string =>
  `${path.posix.join(process.env['CONTENT_DIR'] || 'content', file)}:${line}: ${message}`;

/** The content that Rungs brings along. */
export const publishedFolder = (): string => path.join(process.cwd(), 'content');

/** Where this installation reads its content: what `CONTENT_DIR` names, or what Rungs brings along. Throws where there is no such folder. */
export function contentFolder(): string {
  const named = process.env['CONTENT_DIR'];
  if (named === undefined || named === '') return publishedFolder();
  const folder = path.resolve(/*turbopackIgnore: true*/ named);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new BadContentFolder(`CONTENT_DIR: there is no folder ${folder}`);
  return folder;
}

/** Names a folder that is not there. */
export class BadContentFolder extends Error {}

let loaded: Content | undefined;

/** The content of this installation, read once. Throws `BrokenContent`, which stops the start. */
export function content(): Content {
  if (loaded === undefined) {
    const result = loadContent(contentFolder());
    if (!result.ok) throw new BrokenContent(result.faults);
    loaded = named(result.content);
  }
  return loaded;
}

/** With the edition called as results show it: whoever reads one sees whether the content is as published. */
export function named(content: Content): Content {
  return { ...content, edition: { ...content.edition, version: editionName(content, PUBLISHED) } };
}

/** Reads and checks a content folder: schema, then references. Every fault carries its file and line. */
export function loadContent(folder: string): LoadedContent {
  const reader = new FolderReader(folder);
  const parts: ContentParts = {
    capabilities: reader.files('capabilities').flatMap((file) => reader.parse(file, capabilitySchema)),
    models: reader.files('models', MODEL_FILES).flatMap((file) => reader.parse(file, modelSchema)),
    roles: reader.parse(FILES.roles, rolesSchema)[0]?.value ?? [],
    tools: reader.parse(FILES.tools, toolsSchema)[0]?.value ?? [],
    lifecycle: reader.parse(FILES.lifecycle, lifecycleSchema)[0]?.value ?? EMPTY_LIFECYCLE,
    glossary: reader.parse(FILES.glossary, glossarySchema)[0]?.value ?? [],
  };
  if (reader.faults.length > 0) return { ok: false, faults: reader.faults };
  const locate = (problem: Problem) => reader.locate(problem);
  const problems = referenceProblems(parts);
  if (problems.length > 0) return { ok: false, faults: problems.map(locate) };
  return { ok: true, content: joinContent(parts, sha256), locate };
}

const EMPTY_LIFECYCLE: ContentParts['lifecycle'] = {
  version: '',
  domains: [],
  pillars: [],
  phases: [],
  sides: [],
  retired: [],
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

class FolderReader {
  readonly faults: ContentFault[] = [];
  private readonly lines = new Map<string, (at: Path) => number>();

  constructor(private readonly folder: string) {}

  /** The YAML files below a folder and those that must be there, so that a missing one is named when it is read. */
  files(under: string, expected: string[] = []): string[] {
    const root = path.join(this.folder, under);
    const found = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
    const files = found
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => path.posix.join(under, ...name.split(path.sep)));
    return [...new Set([...files, ...expected])].toSorted();
  }

  parse<Schema extends z.ZodType>(file: string, schema: Schema): { file: string; value: z.output<Schema> }[] {
    let text: string;
    try {
      text = readFileSync(path.join(this.folder, file), 'utf8');
    } catch {
      this.faults.push({ file, line: 1, message: 'is missing or cannot be read' });
      return [];
    }
    const source = parseYaml(text, MAX_BYTES);
    if (!source.ok) {
      this.faults.push(...source.faults.map((fault) => ({ file, ...fault })));
      return [];
    }
    this.lines.set(file, source.lineOf);
    const result = schema.safeParse(source.value);
    if (result.success) return [{ file, value: result.data }];
    for (const { path: at, message } of schemaFaults(result.error)) {
      this.faults.push({ file, line: source.lineOf(at), message: `${pathText(at)}: ${message}` });
    }
    return [];
  }

  locate({ file, path: at, message }: Problem): ContentFault {
    return { file, line: this.lines.get(file)?.(at) ?? 1, message };
  }
}

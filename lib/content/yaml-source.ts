import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';

export type Path = readonly PropertyKey[];

/** A fault with the line where it stands, counted from 1. */
export type LocatedFault = { line: number; message: string };

export type YamlSource =
  { ok: true; value: unknown; lineOf: (path: Path) => number } | { ok: false; faults: LocatedFault[] };

const ALIASES = 20;
const DEPTH = 50;

/**
 * Parses YAML (and so JSON) from people who may be hostile: refuses duplicate keys, more than 20 aliases, deep nesting and files over
 * `maxBytes`, each with its line. Numbers, texts and dates stay as written (YAML 1.2: no date type, `no` is a text).
 */
export function parseYaml(text: string, maxBytes: number): YamlSource {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes)
    return fault(1, `has ${bytes.toLocaleString('en')} bytes, at most ${maxBytes.toLocaleString('en')}`);
  const tooDeep = deepLine(text);
  if (tooDeep !== null) return fault(tooDeep, `is nested deeper than ${DEPTH} levels`);
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true, strict: true, prettyErrors: false });
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ pos, message }) => ({
      line: lineCounter.linePos(pos[0]).line,
      message: firstLine(message),
    }));
    return { ok: false, faults };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: ALIASES });
    return { ok: true, value, lineOf: (path) => lineOf(document, lineCounter, path) };
  } catch (error) {
    if (error instanceof ReferenceError)
      return fault(1, `uses more than ${ALIASES} aliases, or an alias without its anchor`);
    throw error;
  }
}

const fault = (line: number, message: string): YamlSource => ({ ok: false, faults: [{ line, message }] });

const firstLine = (message: string): string => message.split('\n')[0] ?? message;

/** The line where flow brackets or indentation go too deep; the parser is recursive and would run out of stack. */
function deepLine(text: string): number | null {
  let depth = 0;
  let line = 1;
  let column = 0;
  let leading = true;
  for (const character of text) {
    if (character === '\n') {
      line += 1;
      column = 0;
      leading = true;
      continue;
    }
    column += 1;
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (leading && character !== ' ' && character !== '-') {
      leading = false;
      if (column > 4 * DEPTH) return line;
    }
    if (depth > DEPTH) return line;
  }
  return null;
}

/** The line of the deepest part of a path that exists: a missing key is reported where its parent stands. */
function lineOf(document: Document, lineCounter: LineCounter, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== undefined) return lineCounter.linePos(offset).line;
  }
  return 1;
}

function offsetOf(document: Document, path: Path): number | undefined {
  const parent: unknown = document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent) && last !== undefined) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last));
    if (pair !== undefined && isScalar(pair.key)) return pair.key.range?.[0];
  }
  const node: unknown = document.getIn(path, true);
  return node !== null && typeof node === 'object' && 'range' in node
    ? (node.range as [number] | null)?.[0]
    : undefined;
}

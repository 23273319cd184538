import { isMap, isScalar, Lexer, LineCounter, parseDocument, Parser, visit, type Document } from 'yaml';

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
    const faults = document.errors.map(({ code, pos, message }) => ({
      line: lineCounter.linePos(pos[0]).line,
      message: code === 'DUPLICATE_KEY' ? `the key ${keyAt(text, pos[0])} stands twice` : firstLine(message),
    }));
    return { ok: false, faults };
  }
  const refused = aliasFault(document, lineCounter) ?? protoKey(document, lineCounter);
  if (refused !== null) return { ok: false, faults: [refused] };
  // An anchor inside an anchor multiplies what few aliases stand for.
  try {
    const value: unknown = document.toJS({ maxAliasCount: ALIASES });
    return { ok: true, value, lineOf: (path) => lineOf(document, lineCounter, path) };
  } catch (error) {
    if (error instanceof ReferenceError) return fault(1, 'its aliases stand for too much');
    throw error;
  }
}

/** The key that begins at an offset, as it is written. */
const keyAt = (text: string, offset: number): string =>
  /^["']?[^\s:"']{1,80}/.exec(text.slice(offset))?.[0].replace(/^["']/, '') ?? '';

const fault = (line: number, message: string): YamlSource => ({ ok: false, faults: [{ line, message }] });

const firstLine = (message: string): string => message.split('\n')[0] ?? message;

/**
 * The line where nesting goes too deep. Counted on the parser that does not recurse: the one that composes values does, and a file made
 * for it ends the whole process, beyond any `catch`.
 */
function deepLine(text: string): number | null {
  const parser = new Parser();
  let line = 1;
  for (const lexeme of new Lexer().lex(text)) {
    for (const _ of parser.next(lexeme)) {
      // Only the depth of the stack is wanted, and it grows while the tokens are taken.
    }
    // The document and the top value take two places.
    if (parser.stack.length > DEPTH + 2) return line;
    line += lexeme.split('\n').length - 1;
  }
  return null;
}

/** A key that JavaScript would take for the parent of the object, and lose; `null` where there is none. */
function protoKey(document: Document, lineCounter: LineCounter): LocatedFault | null {
  let found: LocatedFault | null = null;
  visit(document, {
    Pair(_, { key }) {
      if (!isScalar(key) || key.value !== '__proto__') return undefined;
      found = {
        line: lineCounter.linePos(key.range?.[0] ?? 0).line,
        message: 'there is no capability __proto__',
      };
      return visit.BREAK;
    },
  });
  return found;
}

/** The first alias that has no anchor, or the one that is too many. */
function aliasFault(document: Document, lineCounter: LineCounter): LocatedFault | null {
  const anchors = new Set<string>();
  let aliases = 0;
  let found: LocatedFault | null = null;
  visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor !== undefined) anchors.add(node.anchor);
    },
    Alias(_, node) {
      aliases += 1;
      const line = lineCounter.linePos(node.range?.[0] ?? 0).line;
      if (!anchors.has(node.source)) found = { line, message: `the alias *${node.source} has no anchor` };
      else if (aliases > ALIASES) found = { line, message: `uses more than ${ALIASES} aliases` };
      return found === null ? undefined : visit.BREAK;
    },
  });
  return found;
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

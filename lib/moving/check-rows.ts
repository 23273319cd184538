import 'server-only';
import { FILE_NAMES, fileOf } from './archive-format';
import { shapeOf, type Moved, type Row } from '@/db/moved-tables';
import { sha256 } from '@/db/sha256';
import { canonical } from '../domain/content';
import { unpacked } from '../packed';
import { failed, type Failure } from '../errors';

/** What is wrong with rows that were read: that they point to something that is not in the archive, or belong to another organisation. */
export function faultOfRows(moved: Moved): Failure<never> | null {
  const [org, ...others] = moved.org;
  if (org === undefined || others.length > 0)
    return failed('invalid', `org.jsonl has ${moved.org.length} rows, and one was expected.`);
  return faultOfTenant(moved, org['id']) ?? faultOfReferences(moved) ?? faultOfEditions(moved);
}

function faultOfTenant(moved: Moved, orgId: unknown): Failure<never> | null {
  for (const name of FILE_NAMES) {
    const rows: readonly Row[] = moved[name];
    const at = rows.findIndex((row) => 'orgId' in row && row['orgId'] !== orgId);
    if (at >= 0)
      return failed('invalid', `${fileOf(name)}, line ${at + 1}: belongs to another organisation.`);
  }
  return null;
}

/** A draft needs the content that it was begun with, though the database does not ask for it. */
const DRAFT_EDITION = { from: ['edition'], table: 'edition', to: ['hash'] };

function faultOfReferences(moved: Moved): Failure<never> | null {
  const known = new Map<string, Set<string>>();
  const rowsBy = (table: string, to: readonly string[]): Set<string> => {
    const key = `${table}:${to.join(',')}`;
    const rows: readonly Row[] = Object.hasOwn(moved, table) ? moved[table as keyof Moved] : [];
    const set = known.get(key) ?? new Set(rows.map((row) => textOf(row, to)));
    known.set(key, set);
    return set;
  };
  for (const name of FILE_NAMES) {
    const { references } = shapeOf(name);
    const all = name === 'assessment' ? [...references, DRAFT_EDITION] : references;
    for (const { from, table, to } of all) {
      const there = rowsBy(table, to);
      const rows: readonly Row[] = moved[name];
      const at = rows.findIndex(
        (row) => from.every((key) => row[key] !== null) && !there.has(textOf(row, from)),
      );
      if (at < 0) continue;
      return failed(
        'invalid',
        `${fileOf(name)}, line ${at + 1}: ${from.at(-1) ?? ''} points to a row that is not in ${fileOf(table)}.`,
      );
    }
  }
  return null;
}

const textOf = (row: Row, keys: readonly string[]): string => JSON.stringify(keys.map((key) => row[key]));

/** All organisations of an installation read by the same kept contents: none may say something else than its hash. */
function faultOfEditions({ edition }: Moved): Failure<never> | null {
  const at = edition.findIndex(({ hash, content }) => hashOfContent(content) !== hash);
  return at < 0
    ? null
    : failed('invalid', `edition.jsonl, line ${at + 1}: the content is not the one that its hash names.`);
}

function hashOfContent(text: string): string | null {
  try {
    const { edition: _edition, measure: _measure, ...joined } = unpacked(text) as Record<string, unknown>;
    return sha256(canonical(joined));
  } catch {
    return null;
  }
}

/** Rows of which some stand below others of the same table, those above first; nothing where they go in a circle. */
export function fromAbove(rows: readonly Row[]): Row[] | null {
  const below = new Map<unknown, Row[]>();
  for (const row of rows) below.set(row['parentId'], [...(below.get(row['parentId']) ?? []), row]);
  const sorted: Row[] = [];
  let next = below.get(null) ?? [];
  while (next.length > 0) {
    for (const row of next) sorted.push(row);
    next = next.flatMap(({ id }) => below.get(id) ?? []);
  }
  return sorted.length === rows.length ? sorted : null;
}

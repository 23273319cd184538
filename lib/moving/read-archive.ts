import 'server-only';
import { isUtf8 } from 'node:buffer';
import { unzipSync } from 'fflate';
import { shapeOf, type Moved } from '@/db/moved-tables';
import { schemaFaults } from '../content/schema-faults';
import { done, failed, type Failure, type Result } from '../errors';
import {
  FILE_NAMES,
  FORMAT,
  MANIFEST,
  MOST,
  anyManifest,
  fileOf,
  manifestSchema,
  sha256Of,
  type Manifest,
} from './archive-format';
import { readRow } from './read-row';

export type ReadArchive = { manifest: Manifest; moved: Moved };

/** An archive as it was written, whole and unchanged by its checksums; the first fault is named with its file and line. */
export function readArchive(bytes: Uint8Array): Result<ReadArchive> {
  const unpacked = unpackedFiles(bytes);
  if (!unpacked.ok) return unpacked;
  const files = unpacked.value;
  const manifest = readManifest(files[MANIFEST]);
  if (!manifest.ok) return manifest;
  const fault = faultOfFiles(manifest.value, files);
  if (fault !== null) return fault;
  const rows: Record<string, unknown[]> = {};
  for (const name of FILE_NAMES) {
    const read = readRows(name, files[fileOf(name)] ?? new Uint8Array());
    if (!read.ok) return read;
    const told = manifest.value.files.find(({ file }) => file === fileOf(name))?.rows;
    if (told !== read.value.length)
      return refused(`${fileOf(name)} has ${read.value.length} rows, and ${MANIFEST} says ${told ?? 0}.`);
    rows[name] = read.value;
  }
  return done({ manifest: manifest.value, moved: rows as unknown as Moved });
}

const refused = (message: string): Failure<never> => failed('invalid', message);

type Files = Record<string, Uint8Array>;

function unpackedFiles(bytes: Uint8Array): Result<Files> {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        return total <= MOST.bytes;
      },
    });
    if (total > MOST.bytes)
      return refused(
        `Unpacked, the archive has ${total.toLocaleString('en')} bytes, at most ${MOST.bytes.toLocaleString('en')}.`,
      );
    return done(files);
  } catch {
    return refused('This is no archive of an organisation, or it is damaged or cut off.');
  }
}

function readManifest(bytes: Uint8Array | undefined): Result<Manifest> {
  if (bytes === undefined) return refused(`The archive has no ${MANIFEST}: it is none of an organisation.`);
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return refused(`${MANIFEST} is not JSON.`);
  }
  const any = anyManifest.safeParse(raw);
  if (any.success && any.data.format > FORMAT)
    return refused(
      `The archive has format ${any.data.format}, and this version of Rungs reads formats up to ${FORMAT}. Import it into a newer version.`,
    );
  const parsed = manifestSchema.safeParse(raw);
  if (parsed.success) return done(parsed.data);
  const [first] = schemaFaults(parsed.error);
  return refused(`${MANIFEST}: ${first?.path.join('.') ?? ''}: ${first?.message ?? 'cannot be read'}`);
}

/** Whether all files are there, no other is, and each is what it was. */
function faultOfFiles(manifest: Manifest, files: Files): Failure<never> | null {
  const listed = new Map(manifest.files.map((each) => [each.file, each]));
  for (const name of FILE_NAMES) {
    const file = fileOf(name);
    const told = listed.get(file);
    const bytes = files[file];
    if (told === undefined) return refused(`${MANIFEST} does not list ${file}.`);
    if (bytes === undefined) return refused(`${file} is missing from the archive.`);
    if (bytes.length !== told.bytes || sha256Of(bytes) !== told.sha256)
      return refused(`${file} is not as it was written: its checksum differs.`);
  }
  const known = new Set([MANIFEST, ...FILE_NAMES.map(fileOf)]);
  const other = [...Object.keys(files), ...listed.keys()].find((file) => !known.has(file));
  return other === undefined ? null : refused(`The archive holds ${other}, which does not belong into it.`);
}

const NEWLINE = 10;

function readRows(name: (typeof FILE_NAMES)[number], bytes: Uint8Array): Result<Record<string, unknown>[]> {
  const shape = shapeOf(name);
  const file = fileOf(name);
  if (!isUtf8(bytes)) return refused(`${file} is not UTF-8 text.`);
  if (bytes.length > 0 && bytes.at(-1) !== NEWLINE)
    return refused(`${file} is cut off within its last line.`);
  const rows: Record<string, unknown>[] = [];
  const decoder = new TextDecoder();
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, from);
    const read = readRow(shape, decoder.decode(bytes.subarray(from, end)));
    if (!read.ok) return refused(`${file}, line ${rows.length + 1}: ${read.message}`);
    rows.push(read.value);
    if (rows.length > MOST.rows)
      return refused(`${file} has more than ${MOST.rows.toLocaleString('en')} rows.`);
    from = end + 1;
  }
  return done(rows);
}

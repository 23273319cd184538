import 'server-only';
import { unzipSync, zipSync } from 'fflate';
import { readChecked } from '../content/read-checked';
import { parseYaml } from '../content/yaml-source';
import type { Arriving } from '../domain/merge-answers';
import { assessmentFileSchema, type Answer } from '../domain/schema/answers';
import { LIMITS } from '../domain/limits';
import { done, failed, type Result } from '../errors';
import { readAnswerSheet } from '../export/read-answer-sheet';

/** What a workbook may unpack to; the one with 43 full lines has 0.2 MB. */
const MOST_UNPACKED = 20_000_000;

/** The answers of a file that somebody brings: an answer sheet (XLSX) or an assessment file (YAML or JSON). */
export async function readAnswerFile(file: File): Promise<Result<Arriving>> {
  const refused = (message: string) => failed('invalid', message, { fields: { file: message } });
  if (file.size === 0) return refused('Choose a file first: an answer sheet or an assessment file.');
  if (file.size > LIMITS.fileBytes) return refused('A file of answers has at most 2 MB.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== ZIP[0] || bytes[1] !== ZIP[1]) return readText(new TextDecoder().decode(bytes), refused);
  const workbook = unpackedAtMost(bytes);
  if (workbook === null) return refused('This is no workbook that can be read, or it is damaged or cut off.');
  const read = await readAnswerSheet(workbook);
  return read.ok ? done(read.arriving) : refused(read.message);
}

/** How an archive begins, which a workbook is. */
const ZIP = [0x50, 0x4b];

/** The same workbook, packed anew once it is known what it unpacks to: a small file can hold gigabytes of one letter. */
function unpackedAtMost(bytes: Uint8Array): Uint8Array | null {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        return total <= MOST_UNPACKED;
      },
    });
    return total > MOST_UNPACKED ? null : zipSync(files, { level: 0 });
  } catch {
    return null;
  }
}

/** All answers of the file, each with its line; with a fault anywhere, nothing is taken and each fault is told. */
function readText(text: string, refused: (message: string) => Result<never>): Result<Arriving> {
  const read = readChecked(text, assessmentFileSchema, () => []);
  if (!read.ok) {
    const [first, ...more] = read.faults;
    if (first === undefined) return refused('This is no assessment file.');
    const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
    return refused(`Line ${first.line}: ${first.message}${others}`);
  }
  const source = parseYaml(text, LIMITS.fileBytes);
  const lineOf = (...path: string[]) => (source.ok ? source.lineOf(path) : 0);
  return done({
    answers: Object.entries(read.value.answers).map(([capability, answer]) => ({
      ...{ line: lineOf('answers', capability), capability, said: saidOf(answer) },
    })),
    statements: Object.entries(read.value.stated ?? {}).map(([criterion, statement]) => ({
      ...{ line: lineOf('stated', criterion), criterion, statement },
    })),
    refused: [],
  });
}

function saidOf({ note, evidence, ...choice }: Answer): Arriving['answers'][number]['said'] {
  return { choice, note: note === undefined || note === '' ? null : note, evidence: evidence ?? [] };
}

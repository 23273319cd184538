import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { readAssessmentFile } from '../assessments/read-assessment-file';
import { content } from '../content/load';
import type { Assessment } from '../domain/assessment';
import { LIMITS } from '../domain/limits';
import type { Content } from '../domain/schema/content';
import type { Roster } from '../domain/roster';
import { MODEL_IDS } from '../domain/vocabulary';
import { readRosterFile } from '../plans/read-roster-file';
import { BadInput, fileFault } from './bad-input';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses a command's options and its one FILE. */
export function oneFile<Own extends Options>(command: string, args: string[], options: Own) {
  const { positional: file, values } = onePositional(command, args, options, 'assessment file');
  return { file, values };
}

/** Parses a command's options and the one thing that it is about. */
export function onePositional<Own extends Options>(
  command: string,
  args: string[],
  options: Own,
  what: string,
) {
  const { positionals, values } = parsedOr(
    () => parseArgs({ args, options, allowPositionals: true, strict: true }),
    command,
  );
  const [positional, ...rest] = positionals;
  if (positional === undefined || rest.length > 0)
    throw new BadInput([`rungs ${command}: expected one ${what}`]);
  return { positional, values };
}

/** Parses the options of a command that takes no file. */
export function parseOptions<Own extends Options>(command: string, args: string[], options: Own) {
  return parsedOr(() => parseArgs({ args, options, strict: true }), command).values;
}

function parsedOr<Parsed>(parse: () => Parsed, command: string): Parsed {
  try {
    return parse();
  } catch (error) {
    throw new BadInput([`rungs ${command}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** Reads the assessment, narrowed to one questionnaire by `only`; every fault is one line `FILE:LINE: what was expected`. */
export function readAssessment(
  file: string,
  only: string | undefined,
): { content: Content; assessment: Assessment } {
  const model = MODEL_IDS.find((id) => id === only);
  if (only !== undefined && model === undefined)
    throw new BadInput([`--only ${only}: expected aws, microsoft or google`]);
  const known = content();
  const result = readAssessmentFile(known, readText(file));
  if (!result.ok) throw new BadInput(result.faults.map(({ line, message }) => `${file}:${line}: ${message}`));
  const { assessment } = result;
  return {
    content: known,
    assessment: model === undefined ? assessment : { ...assessment, questionnaires: [model] },
  };
}

/** Reads who is there for a climb, in the same way. */
export function readRoster(content: Content, file: string): Roster {
  const read = readRosterFile(content, readText(file));
  if (!read.ok) throw new BadInput(read.faults.map(({ line, message }) => `${file}:${line}: ${message}`));
  return read.roster;
}

/** A text file within the limit of size; its faults name it. */
export function readText(file: string, most?: number): string {
  const bytes = readBytes(file, most);
  if (!isUtf8(bytes)) throw new BadInput([`${file}:1: is not UTF-8 text`]);
  return new TextDecoder().decode(bytes);
}

/** Any file within the limit of size. */
export function readBytes(file: string, most: number = LIMITS.fileBytes): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size > most)
      throw new BadInput([
        `${file}:1: has ${size.toLocaleString('en')} bytes, at most ${most.toLocaleString('en')}`,
      ]);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw fileFault(file, error);
  }
}

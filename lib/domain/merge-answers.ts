import { refusal, standing } from './answers';
import { canonical } from './content';
import { pieceKey } from './evidence';
import { plural, standingText } from './labels';
import { LIMITS } from './limits';
import type { Choice, Evidence, Statement } from './schema/answers';
import type { Capability } from './schema/content';

/** What is said of one capability, with or without a choice. */
export type Said = { choice: Choice | null; note: string | null; evidence: readonly Evidence[] };

/** What a file says, each with the line of the file, or the row of the sheet, in which it stands. */
export type Arriving = {
  answers: readonly { line: number; capability: string; said: Said }[];
  statements: readonly { line: number; criterion: string; statement: Statement }[];
  /** What could not be read at all. */
  refused: readonly { line: number; subject: string; words: string }[];
};

/** What a draft has already. */
export type Kept = {
  answers: ReadonlyMap<string, Said>;
  statements: ReadonlyMap<string, Statement>;
};

/** `added` fills in what is empty; `differs` would replace something, which a person has to want; `refused` cannot be taken. */
export type MergeOutcome = 'added' | 'differs' | 'as it is' | 'refused';

export type MergeLine = {
  line: number;
  /** By which a person says that the file is right: `answer:…` or `statement:…`; none for what is refused. */
  key: string | null;
  subject: string;
  outcome: MergeOutcome;
  /** What stands in the draft, and what the file says. */
  kept: string;
  arriving: string;
  /** Why it is refused. */
  words: string;
};

export type MergedAnswer = { capability: string; said: Said; outcome: MergeOutcome };
export type MergedStatement = { criterion: string; statement: Statement; outcome: MergeOutcome };

export type Merge = {
  lines: MergeLine[];
  /** What stands afterwards where the file's word is taken, for each line that could change something. */
  answers: MergedAnswer[];
  statements: MergedStatement[];
};

export const answerKey = (capability: string): string => `answer:${capability}`;
export const statementKey = (criterion: string): string => `statement:${criterion}`;

/** What the assessment asks: ladders, and the criteria of its questionnaires. */
export type Asked = {
  capabilities: readonly Pick<Capability, 'id' | 'title' | 'notApplicable'>[];
  criteria: ReadonlySet<string>;
};

const EMPTY: Said = { choice: null, note: null, evidence: [] };

/**
 * How a file and a draft go together. What the file leaves out stays; what it adds is added; where both say something else nothing is
 * decided. Evidence is never in conflict: pieces that are not there yet are added.
 */
export function mergeArriving(asked: Asked, kept: Kept, arriving: Arriving): Merge {
  const merge: Merge = { lines: [], answers: [], statements: [] };
  for (const { line, subject, words } of arriving.refused)
    merge.lines.push(refusedLine(line, subject, words));
  const capabilities = new Map(asked.capabilities.map((each) => [each.id, each]));
  const seen = new Map<string, number>();
  for (const { line, capability, said } of arriving.answers) {
    const ladder = capabilities.get(capability);
    const words =
      ladder === undefined
        ? `there is no capability ${capability}`
        : (twice(seen, answerKey(capability), line) ??
          (said.choice === null ? undefined : refusal(ladder, said.choice)));
    if (ladder === undefined || words !== undefined)
      merge.lines.push(refusedLine(line, ladder?.title ?? capability, words ?? ''));
    else addAnswer(merge, { line, capability, title: ladder.title, had: kept.answers.get(capability), said });
  }
  for (const { line, criterion, statement } of arriving.statements) {
    const words = asked.criteria.has(criterion)
      ? twice(seen, statementKey(criterion), line)
      : `this assessment asks no criterion ${criterion}`;
    if (words !== undefined) merge.lines.push(refusedLine(line, criterion, words));
    else addStatement(merge, { line, criterion, had: kept.statements.get(criterion), statement });
  }
  merge.lines.sort((a, b) => a.line - b.line);
  return merge;
}

const refusedLine = (line: number, subject: string, words: string): MergeLine => ({
  ...{ line, key: null, subject, outcome: 'refused', kept: '', arriving: '', words },
});

/** The first line counts; the second would silently replace it. */
function twice(seen: Map<string, number>, key: string, line: number): string | undefined {
  const first = seen.get(key);
  if (first === undefined) seen.set(key, line);
  return first === undefined ? undefined : `stands twice; line ${first} has it already`;
}

type ArrivingOne = { line: number; capability: string; title: string; had: Said | undefined; said: Said };

function addAnswer(merge: Merge, { line, capability, title, had = EMPTY, said }: ArrivingOne): void {
  const after = mergedSaid(had, said);
  if (after.evidence.length > LIMITS.evidence) {
    const words = `there would be ${after.evidence.length} pieces of evidence, and at most ${LIMITS.evidence} are kept`;
    merge.lines.push(refusedLine(line, title, words));
    return;
  }
  const outcome = outcomeOf([
    [had.choice, after.choice],
    [had.note, after.note],
    [null, after.evidence.length > had.evidence.length ? 'more evidence' : null],
  ]);
  merge.lines.push({
    ...{ line, key: answerKey(capability), subject: title, outcome, words: '' },
    ...{ kept: saidText(had), arriving: saidText(said) },
  });
  if (outcome !== 'as it is') merge.answers.push({ capability, said: after, outcome });
}

function addStatement(
  merge: Merge,
  {
    line,
    criterion,
    had,
    statement,
  }: { line: number; criterion: string; had: Statement | undefined; statement: Statement },
): void {
  const same = had !== undefined && canonical(had) === canonical(statement);
  const outcome: MergeOutcome = had === undefined ? 'added' : same ? 'as it is' : 'differs';
  merge.lines.push({
    ...{ line, key: statementKey(criterion), subject: criterion, outcome, words: '' },
    ...{ kept: had === undefined ? '' : statementText(had), arriving: statementText(statement) },
  });
  if (outcome !== 'as it is') merge.statements.push({ criterion, statement, outcome });
}

/** What the file says, and where it says nothing what was there. */
function mergedSaid(had: Said, said: Said): Said {
  const there = new Set(had.evidence.map(pieceKey));
  return {
    choice: mergedChoice(had.choice, said.choice),
    note: said.note ?? had.note,
    evidence: [...had.evidence, ...said.evidence.filter((piece) => !there.has(pieceKey(piece)))],
  };
}

/** Who agreed that something does not apply, and when that is looked at again, stay where the file leaves them out. */
function mergedChoice(had: Choice | null, said: Choice | null): Choice | null {
  if (said === null) return had;
  const both = had !== null && 'notApplicable' in had && 'notApplicable' in said;
  return both ? { ...had, ...said } : said;
}

function outcomeOf(parts: readonly (readonly [had: unknown, after: unknown])[]): MergeOutcome {
  const changed = parts.filter(([had, after]) => canonical(had) !== canonical(after));
  if (changed.length === 0) return 'as it is';
  return changed.every(([had]) => had === null) ? 'added' : 'differs';
}

function saidText({ choice, note, evidence }: Said): string {
  const reason = choice !== null && 'notApplicable' in choice ? `: ${choice.reason}` : '';
  return [
    choice === null ? '' : `${standingText(standing(choice))}${reason}`,
    note === null ? '' : `“${note}”`,
    evidence.length === 0 ? '' : plural(evidence.length, 'piece of evidence', 'pieces of evidence'),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function statementText(statement: Statement): string {
  const said = 'unknown' in statement ? 'not known' : statement.holds ? 'holds' : 'does not hold';
  return statement.note === undefined ? said : `${said} · “${statement.note}”`;
}

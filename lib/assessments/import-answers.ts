import 'server-only';
import * as z from 'zod';
import { insertAnswers, upsertStated } from '@/db/answers';
import type { Tx } from '@/db/client';
import { commit, exactlyOne } from '@/db/commit';
import { touchDraft } from '@/db/assessments';
import { sha256 } from '@/db/sha256';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { dayOf } from '../domain/calendar';
import { canonical } from '../domain/content';
import { signed } from '../domain/evidence';
import { isBlind } from '../domain/gathering';
import { LIMITS } from '../domain/limits';
import {
  answerKey,
  mergeArriving,
  statementKey,
  type Arriving,
  type Kept,
  type Merge,
  type MergedAnswer,
  type MergeLine,
} from '../domain/merge-answers';
import { evidenceSchema, plainText, statementSchema } from '../domain/schema/answers';
import { done, failed, Stale, unlessBeaten, type Result } from '../errors';
import { STILL_BLIND } from '../gatherings/blind';
import { texts } from '../form-fields';
import { fixed } from './fixed';
import { loadAssessment, type LoadedAssessment } from './load-assessment';
import { readAnswerFile } from './read-answer-file';
import { replaceAnswer } from './replace-answer';
import { choiceSchema } from './save-answer';

const MOST_LINES = 1_000;

const line = z.int().min(0);
const arrivingSchema = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        ...{ line, capability: z.string().max(LIMITS.title) },
        said: z.strictObject({
          choice: choiceSchema.nullable(),
          note: plainText(LIMITS.note).nullable(),
          evidence: z.array(evidenceSchema).max(LIMITS.evidence),
        }),
      }),
    )
    .max(MOST_LINES),
  statements: z
    .array(z.strictObject({ line, criterion: z.string().max(LIMITS.title), statement: statementSchema }))
    .max(MOST_LINES),
  refused: z
    .array(z.strictObject({ line, subject: z.string().max(LIMITS.note), words: z.string().max(LIMITS.note) }))
    .max(MOST_LINES),
});

export const importAnswersInput = z.object({
  org: z.string(),
  id: z.string(),
  /** A new file is looked at; without one, `arriving` says what was read before. */
  file: z.instanceof(File).optional(),
  arriving: z.string().max(LIMITS.fileBytes).default(''),
  /** What was shown of it, so that nothing else is written. */
  shown: z.string().default(''),
  /** The keys of the lines whose word is taken. */
  take: texts,
  go: z.enum(['check', 'import']).default('check'),
});

type ImportContext = ActorContext & { person: { name: string } };

export type AnswersImport = {
  lines: MergeLine[];
  arriving: string;
  shown: string;
  /** How many lines were taken; `null` while nothing is written. */
  written: number | null;
  /** Something changed since it was shown, so it is shown again. */
  anew: boolean;
};

/**
 * Answers of a file into a draft that is there. Looks first and shows line by line what is new and what differs; writes the lines that
 * were ticked, all at once. What stands in the draft is replaced by nothing that was not ticked.
 */
export async function importAnswers(
  ctx: ImportContext,
  input: z.output<typeof importAnswersInput>,
): Promise<Result<AnswersImport>> {
  const loaded = await loadAssessment(ctx, input.id);
  if (loaded === null) return failed('not-found', 'There is no such assessment.');
  const no = fixed(loaded.row) ?? (isBlind(loaded.gathering) ? failed('finished', STILL_BLIND) : null);
  if (no !== null) return no;
  const looks = input.go === 'check' || input.arriving === '';
  const arriving =
    looks && input.file !== undefined ? await readAnswerFile(input.file) : readAgain(input.arriving);
  if (!arriving.ok) return arriving;
  const merge = mergeArriving(askedOf(loaded), keptOf(loaded), withoutInherited(loaded, arriving.value));
  const shown = sha256(canonical(merge.lines));
  const report = {
    ...{ lines: merge.lines, arriving: JSON.stringify(arriving.value), shown },
    ...{ written: null, anew: !looks && shown !== input.shown },
  };
  if (looks || report.anew) return done(report);
  const taken = takenOf(merge, new Set(input.take));
  const count = taken.answers.length + taken.statements.length;
  if (count === 0) return failed('invalid', 'Tick at least one line to take over.');
  const saved = await unlessBeaten(commit(ctx.db, (tx) => writes(ctx, tx, loaded, taken)));
  return saved
    ? done({ ...report, written: count })
    : failed('conflict', 'Somebody answered at this moment. Nothing was written; look again.');
}

function readAgain(text: string): Result<Arriving> {
  const refused = (message: string) => failed('invalid', message, { fields: { file: message } });
  if (text === '') return refused('Choose a file first: an answer sheet or an assessment file.');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refused('What was read before arrived damaged. Choose the file again.');
  }
  const parsed = arrivingSchema.safeParse(raw);
  return parsed.success
    ? done(parsed.data)
    : refused('What was read before arrived damaged. Choose the file again.');
}

const askedOf = ({ content, row }: LoadedAssessment) => ({
  capabilities: content.capabilities,
  criteria: new Set(
    row.questionnaires.flatMap((model) => content.models[model].criteria.map(({ id }) => id)),
  ),
});

function keptOf({ answers, statements }: LoadedAssessment): Kept {
  return {
    answers: new Map(
      [...answers].map(([id, { value, note, evidence }]) => [id, { choice: value, note, evidence }]),
    ),
    statements: new Map(
      [...statements].map(([id, { holds, note }]) => [
        id,
        {
          ...(holds === null ? { unknown: true as const } : { holds }),
          ...(note === null ? {} : { note }),
        },
      ]),
    ),
  };
}

/** A file may differ from what a platform team answers for this one where it says why, as everywhere. */
function withoutInherited({ source, content }: LoadedAssessment, arriving: Arriving): Arriving {
  if (source === null) return arriving;
  const bare = ({ capability, said }: Arriving['answers'][number]) =>
    source.answers[capability] !== undefined && said.choice !== null && said.note === null;
  const titles = new Map(content.capabilities.map(({ id, title }) => [id, title]));
  return {
    ...arriving,
    answers: arriving.answers.filter((each) => !bare(each)),
    refused: [
      ...arriving.refused,
      ...arriving.answers.filter(bare).map(({ line: at, capability }) => ({
        ...{ line: at, subject: titles.get(capability) ?? capability },
        words: `${source.team.name} answers this for you; say in the note why it differs here`,
      })),
    ],
  };
}

type Taken = Pick<Merge, 'answers' | 'statements'>;

const takenOf = ({ answers, statements }: Merge, take: ReadonlySet<string>): Taken => ({
  answers: answers.filter(({ capability }) => take.has(answerKey(capability))),
  statements: statements.filter(({ criterion }) => take.has(statementKey(criterion))),
});

function writes(ctx: ImportContext, tx: Tx, loaded: LoadedAssessment, { answers, statements }: Taken) {
  const { actor, now } = ctx;
  const { id } = loaded.row;
  const by = { orgId: actor.orgId, assessmentId: id, updatedAt: now, updatedBy: actor.userId };
  const signature = { by: ctx.person.name, on: dayOf(now) };
  const rowOf = ({ capability, said: { choice, note, evidence } }: MergedAnswer) => ({
    ...{ ...by, capability, value: choice, note },
    // A file keeps what it says of who added a piece; one that says nothing was brought by this person.
    evidence: signed(
      evidence,
      evidence.filter((piece) => piece.by !== undefined || piece.on !== undefined),
      signature,
    ),
    flagged: loaded.answers.get(capability)?.flagged ?? false,
    vendorsSeenFirst: loaded.answers.get(capability)?.vendorsSeenFirst ?? false,
  });
  const stale = () => new Stale();
  return [
    exactlyOne(touchDraft(tx, { orgId: actor.orgId, id, updatedAt: now }), stale),
    ...insertAnswers(tx, answers.filter(({ capability }) => !loaded.answers.has(capability)).map(rowOf)),
    ...answers.flatMap((each) => {
      const seen = loaded.answers.get(each.capability);
      return seen === undefined ? [] : replaceAnswer(tx, seen, rowOf(each));
    }),
    ...statements.map(({ criterion, statement }) =>
      exactlyOne(
        upsertStated(
          tx,
          {
            ...{ ...by, criterion, note: statement.note ?? null },
            holds: 'unknown' in statement ? null : statement.holds,
          },
          loaded.statements.get(criterion)?.version ?? 0,
        ),
        stale,
      ),
    ),
    audited(ctx, tx, 'assessment.import', id, {
      answers: answers.length,
      statements: statements.length,
    }),
  ];
}

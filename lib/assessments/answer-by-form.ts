import 'server-only';
import * as z from 'zod';
import { answerOf, answersOf } from '@/db/answers';
import { assessmentById } from '@/db/assessments';
import type { Assessment } from '@/db/schema/assessments';
import type { Answer as AnswerRow } from '@/db/schema/answers';
import type { ActorContext, Context } from '../context';
import { narrowedTo } from '../domain/answering-order';
import { addressOf, placeAfter, type Place } from '../domain/answering-place';
import { pieceKey, usedAgain, withPiece } from '../domain/evidence';
import { dateText } from '../domain/labels';
import { LIMITS } from '../domain/limits';
import { addressProblem } from '../domain/plain-text';
import { evidenceSchema, type Choice, type Evidence } from '../domain/schema/answers';
import type { Rung } from '../domain/vocabulary';
import { done, failed, type Result } from '../errors';
import { formText } from '../form-fields';
import { groupsOf, vendorIn } from './questions-view';
import { mineOf } from '../gatherings/mine';
import { contentOfDraft } from './editions';
import { previousAnswers, type PreviousAnswer } from './previous-answers';
import { saveAnswer, type OtherAnswer, type SaveAnswerInput, type SavedAnswer } from './save-answer';

const emptyOrDay = z
  .union([z.literal(''), evidenceSchema.shape.until.unwrap()], {
    error: 'expected a date such as 2026-10-01',
  })
  .default('');

/** One question as a browser without JavaScript posts it. */
export const answerFormInput = z
  .object({
    org: z.string(),
    id: z.string(),
    capability: z.string(),
    seen: z.coerce.number().int().min(0),
    choice: z.enum(['0', '1', '2', '3', '4', 'd', 'n']).optional(),
    reason: formText(LIMITS.reason),
    approvedBy: formText(LIMITS.approver),
    reviewOn: emptyOrDay,
    note: formText(LIMITS.note),
    flagged: z.string().optional(),
    evidenceTitle: formText(LIMITS.title),
    evidenceUrl: formText(LIMITS.url),
    evidenceNote: formText(LIMITS.reason),
    evidenceAgainst: z.enum(['', 'on']).catch(''),
    evidenceRung: z.enum(['', '0', '1', '2', '3', '4']).catch(''),
    evidenceUntil: emptyOrDay,
    /** The key of a piece of another answer, which is used here too. */
    evidenceUsed: z.string().default(''),
    order: z.string().optional(),
    only: z.enum(['mine', 'all']).optional(),
    /** `next`, `keep` what was said last time, `look` at what vendors say first, or `drop-2` to take the third piece of evidence away. */
    go: z.string().default('next'),
  })
  .refine(({ choice, reason }) => choice !== 'n' || reason !== '', {
    path: ['reason'],
    error: 'say why it does not apply',
  })
  .refine(
    ({ evidenceTitle, evidenceUrl, evidenceNote }) =>
      evidenceTitle !== '' || evidenceUrl + evidenceNote === '',
    { path: ['evidenceTitle'], error: 'name the evidence' },
  )
  .refine(
    ({ evidenceUrl }) => evidenceUrl === '' || evidenceSchema.shape.url.safeParse(evidenceUrl).success,
    {
      path: ['evidenceUrl'],
      error: ({ input }) => addressProblem((input as { evidenceUrl: string }).evidenceUrl) ?? 'is too long',
    },
  );

export type AnswerForm = z.output<typeof answerFormInput>;

/** Saves what the form says through the same use case as everything else, and tells the address to go on to. */
export async function answerByForm(ctx: ActorContext, form: AnswerForm): Promise<Result<string>> {
  const draft = await assessmentById(ctx.db, ctx.actor.orgId, form.id);
  if (draft === undefined) return failed('not-found', 'There is no such assessment.');
  const current = await answerOf(ctx.db, ctx.actor.orgId, form.id, form.capability);
  const previous = await previousAnswers(ctx, form.id, await contentOfDraft(ctx, draft));
  const kept = form.go === 'keep' ? previous?.answers[form.capability] : undefined;
  const before = await answersOf(ctx.db, ctx.actor.orgId, form.id);
  const used = pieceUsed(form, before);
  const saved = await saveForm(form, current, (input) => saveAnswer(ctx, input), { kept, used });
  if (!saved.ok) return saved;
  const rows = await answersOf(ctx.db, ctx.actor.orgId, form.id);
  const mine = form.only === 'mine' ? await mineOf(ctx, form.id, 'mine') : null;
  return done(
    await addressAfter(ctx, draft, form, {
      ...{ rows, stops: previous === null, asked: mine?.capabilities ?? null },
    }),
  );
}

type Saving = (input: SaveAnswerInput) => Promise<Result<SavedAnswer, OtherAnswer>>;

/** Saves what the form says, where it says something; what somebody else said meanwhile is put in words. */
export async function saveForm(
  form: AnswerForm,
  current: Pick<AnswerRow, 'evidence' | 'vendorsSeenFirst'> | undefined,
  save: Saving,
  { kept, used }: { kept?: PreviousAnswer | undefined; used?: Evidence | undefined } = {},
): Promise<Result<null>> {
  const input = kept === undefined ? inputOf(form, current, used) : keeping(form, kept);
  if (input.body.evidence.length > LIMITS.evidence)
    return failed('invalid', `An answer carries at most ${LIMITS.evidence} pieces of evidence.`);
  if (current !== undefined || saysSomething(input)) {
    const saved = await save(input);
    if (!saved.ok) {
      const { detail } = saved;
      return detail === undefined
        ? failed(saved.code, saved.message)
        : failed('conflict', otherWords(detail));
    }
  }
  return done(null);
}

/** The piece of another answer that is chosen; what is typed goes before it. */
export function pieceUsed(
  { evidenceTitle, evidenceUsed }: Pick<AnswerForm, 'evidenceTitle' | 'evidenceUsed'>,
  answers: readonly Pick<AnswerRow, 'evidence'>[],
): Evidence | undefined {
  if (evidenceTitle !== '' || evidenceUsed === '') return undefined;
  return answers.flatMap(({ evidence }) => evidence).find((piece) => pieceKey(piece) === evidenceUsed);
}

function inputOf(
  form: AnswerForm,
  current: Pick<AnswerRow, 'evidence' | 'vendorsSeenFirst'> | undefined,
  used: Evidence | undefined,
): SaveAnswerInput {
  const { org, id, capability, seen, note, flagged, go } = form;
  const kept = (current?.evidence ?? []).filter((_, index) => go !== `drop-${index}`);
  const added = pieceOf(form, used);
  return {
    id,
    capability,
    body: {
      org,
      seen,
      choice: choiceOf(form),
      note,
      evidence: added === null ? kept : withPiece(kept, added),
      flagged: flagged !== undefined,
      vendorsSeenFirst: current?.vendorsSeenFirst === true || go === 'look',
    },
  };
}

function pieceOf(form: AnswerForm, used: Evidence | undefined): Evidence | null {
  const { evidenceTitle, evidenceUrl, evidenceNote, evidenceAgainst, evidenceRung, evidenceUntil } = form;
  const typed = {
    title: evidenceTitle,
    ...(evidenceUrl === '' ? {} : { url: evidenceUrl }),
    ...(evidenceNote === '' ? {} : { note: evidenceNote }),
  };
  if (used === undefined && evidenceTitle === '') return null;
  return {
    ...(used === undefined ? typed : usedAgain(used)),
    ...(evidenceAgainst === '' ? {} : { against: true as const }),
    ...(evidenceRung === '' ? {} : { rung: Number(evidenceRung) as Rung }),
    ...(evidenceUntil === '' ? {} : { until: evidenceUntil }),
  };
}

/** The whole answer of last time, said again. */
const keeping = (
  { org, id, capability, seen }: AnswerForm,
  { choice, note, evidence }: PreviousAnswer,
): SaveAnswerInput => ({
  id,
  capability,
  body: { org, seen, choice, note, evidence, flagged: false, vendorsSeenFirst: false },
});

function choiceOf({ choice, reason, approvedBy, reviewOn }: AnswerForm): Choice | null {
  if (choice === undefined) return null;
  if (choice === 'd') return { unknown: true };
  if (choice !== 'n') return { rung: Number(choice) as Rung };
  return {
    notApplicable: true,
    reason,
    ...(approvedBy === '' ? {} : { approvedBy }),
    ...(reviewOn === '' ? {} : { reviewOn }),
  };
}

const saysSomething = ({ body }: SaveAnswerInput): boolean =>
  body.choice !== null ||
  body.note !== '' ||
  body.evidence.length > 0 ||
  body.flagged ||
  body.vendorsSeenFirst;

/** The form comes back with the version that it has to replace, so sending it again keeps one's own words. */
function otherWords({ value, note, by, at }: OtherAnswer): string {
  const chose =
    value === null
      ? 'left it open'
      : 'rung' in value
        ? `chose ${value.rung}`
        : 'unknown' in value
          ? 'said that they do not know'
          : `said that it does not apply: ${value.reason}`;
  const wrote = note === null ? '' : ` and wrote: “${note}”`;
  return `Meanwhile ${by} ${chose} (${dateText(at)})${wrote}. Yours is below and not saved yet. Press Next to keep yours, or reload the page to keep theirs.`;
}

type Going = {
  rows: readonly Pick<AnswerRow, 'capability' | 'value'>[];
  /** Whether there is a place to stop between groups. */
  stops: boolean;
  /** What is asked alone; `null` is everything. */
  asked: readonly string[] | null;
};

/** The query of the place that the form leads to. */
export async function addressAfter(
  ctx: Pick<Context, 'db' | 'content'>,
  draft: Assessment,
  { capability, order: wanted, only: chosen, go }: AnswerForm,
  { rows, stops, asked }: Going,
): Promise<string> {
  const { questionnaires } = draft;
  const only = chosen ?? null;
  const order = vendorIn(questionnaires, wanted);
  const here: Place = { kind: 'question', capability };
  if (go !== 'next' && go !== 'keep') return addressOf(here, order, only);
  const all = groupsOf(await contentOfDraft(ctx, draft), questionnaires, order);
  const groups = asked === null ? all : narrowedTo(all, asked);
  const answered = new Set(rows.filter(({ value }) => value !== null).map((row) => row.capability));
  return addressOf(
    placeAfter(groups, capability, { isAnswered: (each) => answered.has(each), stops: () => stops }),
    order,
    only,
  );
}

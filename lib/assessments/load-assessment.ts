import 'server-only';
import { answersOf, statedOf } from '@/db/answers';
import { assessmentById } from '@/db/assessments';
import type { Answer as AnswerRow, Stated } from '@/db/schema/answers';
import type { Assessment as AssessmentRow } from '@/db/schema/assessments';
import type { Gathering } from '@/db/schema/gatherings';
import type { Team } from '@/db/schema/teams';
import { gatheringOf } from '@/db/gatherings';
import { teamById } from '@/db/teams';
import type { ActorContext } from '../context';
import type { Assessment } from '../domain/assessment';
import { withInherited, type Source } from '../domain/inherited';
import type { Answer, Answers, Statements } from '../domain/schema/answers';
import type { Content } from '../domain/schema/content';
import { sourceOf } from '../teams/source-of';
import { contentOfDraft } from './editions';
import { thaw, type Thawed } from './freeze';

export type LoadedAssessment = {
  row: AssessmentRow;
  team: Team;
  /** As it is, or, once finished, as it was frozen. */
  assessment: Assessment;
  /** What it is read by: the content that a draft is answered by, or that of the day on which it was finished. */
  content: Content;
  /** Of a finished one; `null` also where it was finished before anything was frozen. */
  frozen: Thawed | null;
  /** Rows as stored, by capability: versions, flags and answers that are only a note. */
  answers: ReadonlyMap<string, AnswerRow>;
  statements: ReadonlyMap<string, Stated>;
  /** What a draft takes over from a platform team where it has no answer of its own; `assessment` has it already. */
  source: Source | null;
  /** How several people answer it; nothing where nobody has said. */
  gathering: Gathering | undefined;
};

/** An assessment of the actor's organisation with its answers; `null` where there is none, or it is another organisation's. */
export async function loadAssessment(ctx: ActorContext, id: string): Promise<LoadedAssessment | null> {
  const { db, actor } = ctx;
  const row = await assessmentById(db, actor.orgId, id);
  if (row === undefined) return null;
  const [team, answers, statements, frozen, gathering] = await Promise.all([
    teamById(db, actor.orgId, row.teamId),
    answersOf(db, actor.orgId, id),
    statedOf(db, actor.orgId, id),
    row.status === 'finished' ? thaw(ctx, id) : null,
    gatheringOf(db, actor.orgId, id),
  ]);
  if (team === undefined) return null;
  const content = frozen?.content ?? (await contentOfDraft(ctx, row));
  const source = row.status === 'finished' ? null : await sourceOf(ctx, team.id, content);
  return {
    row,
    team,
    assessment: frozen?.body.assessment ?? toDomain(row, team, { answers, statements, source }),
    content,
    source,
    gathering,
    frozen,
    answers: new Map(answers.map((answer) => [answer.capability, answer])),
    statements: new Map(statements.map((statement) => [statement.criterion, statement])),
  };
}

/** Whether anything is answered in an assessment of the actor's organisation; a note alone is no answer. */
export async function hasAnswers(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  id: string,
): Promise<boolean> {
  return (await answersOf(db, actor.orgId, id)).some(({ value }) => value !== null);
}

type Said = { answers: AnswerRow[]; statements: Stated[]; source: Source | null };

function toDomain(row: AssessmentRow, team: Team, { answers, statements, source }: Said): Assessment {
  return {
    subject: team.name,
    date: row.assessedOn,
    scope: row.scope,
    questionnaires: row.questionnaires,
    targets: row.targets,
    answers: withInherited(domainAnswers(answers), source),
    statements: Object.fromEntries(
      statements.map(({ criterion, holds, note }) => [
        criterion,
        { ...(holds === null ? { unknown: true as const } : { holds }), ...(note === null ? {} : { note }) },
      ]),
    ) satisfies Statements,
  };
}

/** Rows as the domain reads them; a row without a choice is unanswered and left out. */
export function domainAnswers(
  rows: Pick<AnswerRow, 'capability' | 'value' | 'note' | 'evidence'>[],
): Answers {
  return Object.fromEntries(
    rows.flatMap(({ capability, value, note, evidence }): [string, Answer][] =>
      value === null
        ? []
        : [
            [
              capability,
              {
                ...value,
                ...(note === null ? {} : { note }),
                ...(evidence.length === 0 ? {} : { evidence }),
              },
            ],
          ],
    ),
  );
}

import 'server-only';
import { insertAnswer, upsertStated } from '@/db/answers';
import { insertAssessment } from '@/db/assessments';
import type { Tx } from '@/db/client';
import { exactlyOne, type Write } from '@/db/commit';
import { keepEdition } from '@/db/frozen';
import { insertOrigin, type Origin } from '@/db/origins';
import type { Answer, Stated } from '@/db/schema/answers';
import type { Assessment } from '@/db/schema/assessments';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import type { Content } from '../domain/schema/content';
import { editionRow } from './editions';

type NewAssessment = Pick<
  Assessment,
  'id' | 'teamId' | 'title' | 'scope' | 'questionnaires' | 'targets' | 'assessedOn'
> & {
  /** What it is read and answered by until somebody moves it on. */
  content: Content;
};

type NewAnswer = Omit<Answer, 'orgId' | 'assessmentId' | 'version'>;
type NewStatement = Omit<Stated, 'orgId' | 'assessmentId' | 'version'>;

export type BegunWith = {
  answers?: Iterable<NewAnswer>;
  statements?: Iterable<NewStatement>;
  origin?: Pick<Origin, 'fromId' | 'kind'>;
};

/** The writes that make a draft, with what it begins with. Answers taken over keep who gave them and when. */
export function newAssessment(
  ctx: ActorContext,
  tx: Tx,
  { content, ...row }: NewAssessment,
  { answers = [], statements = [], origin }: BegunWith = {},
): Write[] {
  const { orgId, userId } = ctx.actor;
  const own = { orgId, assessmentId: row.id };
  return [
    keepEdition(tx, editionRow(content)),
    insertAssessment(tx, {
      ...row,
      edition: content.edition.hash,
      orgId,
      status: 'draft',
      createdBy: userId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    }),
    ...Array.from(answers, (answer) => insertAnswer(tx, { ...answer, ...own })),
    ...Array.from(statements, (statement) =>
      exactlyOne(
        upsertStated(tx, { ...statement, ...own }, 0),
        () => new Error(`${statement.criterion} is stated twice`),
      ),
    ),
    ...(origin === undefined ? [] : [insertOrigin(tx, { ...origin, ...own })]),
    audited(ctx, tx, 'assessment.create', row.id, { team: row.teamId, ...origin }),
  ];
}

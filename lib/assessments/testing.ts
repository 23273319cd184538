import { insertAnswer, upsertStated } from '@/db/answers';
import type { Db } from '@/db/client';
import { commit, exactlyOne } from '@/db/commit';
import { aStatement, aWorld, anAnswer, type World } from '@/db/fixtures';
import type { Assessment } from '@/db/schema/assessments';
import { contextOf } from '../testing';
import { finishAssessment } from './finish-assessment';
import type { SaveAnswerInput } from './save-answer';

/** A first answer to a capability of this world's assessment, as the browser sends it. For tests alone. */
export const answerInput = (
  { assessment, org }: World,
  body: Partial<SaveAnswerInput['body']> = {},
  capability = 'rollback',
): SaveAnswerInput => ({
  id: assessment.id,
  capability,
  body: {
    org: org.slug,
    seen: 0,
    choice: { rung: 2 },
    note: null,
    evidence: [],
    flagged: false,
    vendorsSeenFirst: false,
    ...body,
  },
});

/** A world whose assessment has one answer and one statement, finished by its owner five minutes after noon. For tests alone. */
export async function finishedWorld(db: Db, row: Partial<Assessment> = {}): Promise<World> {
  const world = await aWorld(db, { targets: { aws: 'reliable' }, ...row });
  await commit(db, (tx) => [
    insertAnswer(tx, anAnswer(world, { note: 'one click' })),
    exactlyOne(upsertStated(tx, aStatement(world), 0), () => new Error('stated already')),
  ]);
  const finished = await finishAssessment(contextOf(db, world), {
    org: world.org.slug,
    id: world.assessment.id,
  });
  if (!finished.ok) throw new Error(finished.message);
  return world;
}

import { answersOf } from '@/db/answers';
import { assessmentsOfOrg } from '@/db/assessments';
import { pastAnswersOf } from '@/db/past-answers';
import { newContext } from '../../context';
import { theOrg } from './the-org';

/** Every text that is stored for a draft of the organisation, by assessment, capability and version. */
export async function kept(): Promise<[key: string, note: string | null][]> {
  const { db, content } = newContext();
  const { id: orgId } = await theOrg(db);
  const drafts = (await assessmentsOfOrg(db, orgId)).filter(({ status }) => status === 'draft');
  const stored = drafts.map(async ({ id: assessmentId }) => {
    const standing = await answersOf(db, orgId, assessmentId);
    const replaced = await Promise.all(
      content.capabilities.map(({ id: capability }) =>
        pastAnswersOf(db, { orgId, assessmentId, capability }, { limit: Number.MAX_SAFE_INTEGER }),
      ),
    );
    return [...standing, ...replaced.flat()].map(({ capability, version, note }): [string, string | null] => [
      `${assessmentId}.${capability}.${version}`,
      note,
    ]);
  });
  return (await Promise.all(stored)).flat();
}

import { commit } from '@/db/commit';
import { assessmentsOfOrg } from '@/db/assessments';
import { harbourBank } from '../../demo/harbour-bank';
import { assessmentWrites } from '../../demo/seed-assessment';
import { newContext } from '../../context';
import type { AnsweredDraft } from '../answers';
import { theOrg } from './the-org';

/** So many new drafts of the demo's teams, each with all answers of an assessment that was finished. */
export async function drafts(count: number): Promise<AnsweredDraft[]> {
  const ctx = newContext();
  const org = await theOrg(ctx.db);
  const teams = [...new Set((await assessmentsOfOrg(ctx.db, org.id)).map(({ teamId }) => teamId))];
  const finished = harbourBank(ctx.content).teams.flatMap(({ rounds }) => rounds);
  const made: AnsweredDraft[] = [];
  for (let number = 0; number < count; number += 1) {
    const [team, from] = [teams[number % teams.length], finished[number % finished.length]];
    if (team === undefined || from === undefined) throw new Error('the demo has no teams');
    const id = `bench-draft-${number}`;
    const writes = assessmentWrites(ctx, {
      ...{ id, orgId: org.id, organisation: org.name, team, title: `Draft ${number}` },
      ...{ by: 'together-0', byName: 'Person', begun: ctx.now, finished: null },
      assessment: from.assessment,
    });
    await commit(ctx.db, writes);
    made.push({ org: org.slug, id, answered: Object.keys(from.assessment.answers) });
  }
  return made;
}

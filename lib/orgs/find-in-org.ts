import 'server-only';
import * as z from 'zod';
import { assessmentById } from '@/db/assessments';
import { teamsOfOrg } from '@/db/teams';
import { contentOfDraft } from '../assessments/editions';
import type { Membership } from '../auth/enter';
import type { Place } from '../auth/places';
import type { ActorContext } from '../context';
import { find, type Findable, type Found } from '../domain/find';
import { assessmentThings, contentThings } from '../domain/find-content';
import { pageThings } from '../domain/find-pages';
import { confinedTo, roleAt } from '../domain/policy';
import { idPathsOf, pathsOf } from '../domain/team-tree';
import { done, type Result } from '../errors';

const MOST_OF_A_KIND = 6;

const query = z.string().trim().max(100, 'expected at most 100 characters').default('');

export const findInput = z.object({
  org: z.string(),
  q: query,
  /** The assessment that the person has open: its questions and statements come first. */
  in: z.string().max(60).optional(),
});

export const findPlace = ({ org, in: assessment }: z.output<typeof findInput>): Place =>
  assessment === undefined ? { org, anywhere: true } : { org, assessment };

type Finder = ActorContext & Pick<Membership, 'org' | 'grants'>;

/** What this person may go to of what they typed, by kind, the best first; nothing for nothing. */
export async function findInOrg(
  ctx: Finder,
  { q, in: assessment }: Pick<z.output<typeof findInput>, 'q' | 'in'>,
  most: number = MOST_OF_A_KIND,
): Promise<Result<Found[]>> {
  if (q === '') return done([]);
  const base = `/${ctx.org.slug}`;
  const actor = { ...ctx.actor, role: roleAt(ctx.grants, null) };
  const things = [
    ...(assessment === undefined ? [] : await inAssessment(ctx, assessment)),
    ...pageThings(base, actor),
    ...(await teamsOf(ctx)),
    ...contentThings(ctx.content, base, ctx.org.questionnaires),
  ];
  return done(find(things, q, most));
}

async function inAssessment(ctx: Finder, id: string): Promise<Findable[]> {
  const { db, org } = ctx;
  const found = await assessmentById(db, org.id, id);
  if (found === undefined) return [];
  return assessmentThings(
    await contentOfDraft(ctx, found),
    `/${org.slug}/assessments/${id}`,
    found.questionnaires,
  );
}

/** Of the whole organisation, or of the teams and units to which somebody is confined with what is below. */
async function teamsOf({ db, org, grants }: Finder): Promise<Findable[]> {
  const teams = await teamsOfOrg(db, org.id);
  const [paths, above, within] = [pathsOf(teams), idPathsOf(teams), confinedTo(grants)];
  return teams
    .filter(({ id }) => within === null || (above.get(id) ?? []).some((unit) => within.includes(unit)))
    .map(({ slug, name, parentId }) => ({
      ...{ kind: 'team', title: name, href: `/${org.slug}/teams/${slug}` },
      detail: paths.get(parentId ?? '') ?? '',
    }));
}

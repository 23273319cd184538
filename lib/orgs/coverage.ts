import 'server-only';
import { draftsOf } from '@/db/scores';
import type { ActorContext } from '../context';
import { surveyUnit } from './survey-unit';

export type Coverage = {
  /** Teams that could have a score. */
  teams: number;
  finished: number;
  waiting: { slug: string; name: string; unit: string | null; answering: boolean }[];
};

/** Who has not finished yet, and who of them is answering; `null` where there is no such unit. */
export async function coverage(ctx: ActorContext, unit: string | undefined): Promise<Coverage | null> {
  const [found, drafts] = await Promise.all([surveyUnit(ctx, unit), draftsOf(ctx.db, ctx.actor.orgId)]);
  if (found === null) return null;
  const { expected, waiting } = found.survey;
  const answering = new Set(drafts.map(({ teamId }) => teamId));
  return {
    teams: expected,
    finished: expected - waiting.length,
    waiting: waiting.map(({ id, slug, name, unit: above }) => ({
      ...{ slug, name, unit: above },
      answering: answering.has(id),
    })),
  };
}

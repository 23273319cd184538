import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { roundById, updateRound } from '@/db/rounds';
import type { Org } from '@/db/schema/orgs';
import { watchersOf } from '@/db/watchers';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { isIn, roundCounts } from '../domain/round-state';
import { roundClosedText, type Mail } from '../domain/round-words';
import { takesSentences } from '../domain/what-it-takes';
import { log } from '../log';
import { mailConfigured, sendMail, type Mailed } from '../mail';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { orgOverview } from '../orgs/org-overview';
import { fileName } from '../reports/file-name';
import { scorecardPdf } from '../reports/scorecard-pdf';
import { teamsInRound } from './teams-in-round';

export const closeRoundInput = z.object({ org: z.string(), id: z.string() });

type CloseContext = ActorContext & {
  person: { name: string };
  org: Pick<Org, 'slug' | 'name' | 'questionnaires' | 'aims'>;
};

/** The mail that tells of it, and what became of it for each who asked for one. */
export type ClosedRound = { mail: Mail; mailed: { to: string; mailed: Mailed }[] };

const CLOSED = 'This round is closed already.';

/** Closes a round for good: who has finished by now has, who has not is listed as not finished. Who asked for it gets one mail. */
export async function closeRound(
  ctx: CloseContext,
  { id }: Pick<z.output<typeof closeRoundInput>, 'id'>,
  site: string,
): Promise<Result<ClosedRound>> {
  const { db, actor, now, org } = ctx;
  const round = await roundById(db, actor.orgId, id);
  if (round === undefined) return failed('not-found', 'There is no such round.');
  if (round.closedAt !== null) return failed('finished', CLOSED);
  const [teams, watchers, { scorecard, takes }] = await Promise.all([
    teamsInRound(ctx, { ...round, closedAt: now }),
    watchersOf(db, actor.orgId),
    orgOverview(ctx, org.questionnaires, { aims: org.aims }),
  ]);
  const counts = roundCounts(teams.map(({ state }) => state));
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(updateRound(tx, round, { closedAt: now, closedBy: actor.userId }), () => new Stale()),
      audited(ctx, tx, 'round.close', id, { finished: counts.finished, teams: counts.teams }),
    ]),
  );
  if (!saved) return failed('conflict', 'Somebody changed or closed this round meanwhile. Reload to see.');
  const page = watchers.length > 0 && mailConfigured() ? await pageOf(ctx) : undefined;
  const mail = roundClosedText({
    attached: page !== undefined,
    organisation: org.name,
    title: round.title,
    by: ctx.person.name,
    counts,
    unfinished: teams.filter(({ state }) => isIn('unfinished', state)).map(({ name }) => name),
    sentences: [...scorecard.sentences, ...takesSentences(takes)],
    link: new URL(`/${org.slug}/rounds/${id}`, site).href,
  });
  return done({
    mail,
    mailed: await Promise.all(
      watchers.map(async ({ email: to }) => ({
        to,
        mailed: await sendMail({ to, ...mail, ...(page !== undefined && { pdf: page }) }),
      })),
    ),
  });
}

/** The scorecard on one page. The round is closed by now, so a page that cannot be set is logged, and the mail does not speak of it. */
async function pageOf(ctx: CloseContext): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  try {
    const page = await scorecardPdf(ctx, { unit: undefined, paper: 'a4' });
    if (!page.ok) throw new Error(page.message);
    return { name: fileName(page.value.nameParts, 'pdf'), bytes: page.value.pdf };
  } catch (error) {
    log.error({ err: error }, 'the page of a closed round was not set');
    return undefined;
  }
}

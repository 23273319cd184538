import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { markReminded, roundById, whileOpen } from '@/db/rounds';
import type { Org } from '@/db/schema/orgs';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { isOverdue } from '../domain/round-dates';
import { isIn, ROUND_FILTERS } from '../domain/round-state';
import { reminderText, stateText, type Mail } from '../domain/round-words';
import { sendMail, type Mailed } from '../mail';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { texts } from '../form-fields';
import { teamsInRound, type TeamInRound } from './teams-in-round';
import { dayOf } from '../domain/calendar';

export const remindInput = z.object({
  org: z.string(),
  id: z.string(),
  /** Addresses of teams; where there are none, all that have not finished and are so far. */
  teams: texts,
  state: z.enum(ROUND_FILTERS).default('unfinished'),
});

export type Reminder = {
  /** Of all teams that are reminded, to pass on by hand. */
  all: Mail;
  /** Names of the teams. */
  teams: string[];
  /** One mail a person, of that person's teams, and what became of it. */
  mails: (Mail & { to: string; mailed: Mailed })[];
  /** Names of teams of which nobody is known to write to: nobody has answered, or who did is not a member any more. */
  unknown: string[];
};

type RemindContext = ActorContext & { person: { name: string }; org: Pick<Org, 'slug' | 'name'> };

/**
 * Keeps that these teams were reminded, and words the reminder: one text to pass on, and one mail to each person who began or last
 * answered the newest assessment of a team, sent where mail is configured. `site` is the address of this installation.
 */
export async function remind(
  ctx: RemindContext,
  input: Pick<z.output<typeof remindInput>, 'id' | 'teams' | 'state'>,
  site: string,
): Promise<Result<Reminder>> {
  const { db, actor, now } = ctx;
  const round = await roundById(db, actor.orgId, input.id);
  if (round === undefined) return failed('not-found', 'There is no such round.');
  if (round.closedAt !== null)
    return failed('finished', 'This round is closed: nobody is reminded any more.');
  const unfinished = (await teamsInRound(ctx, round)).filter(({ state }) => isIn('unfinished', state));
  const chosen = unfinished.filter(({ slug, state }) =>
    input.teams.length === 0 ? isIn(input.state, state) : input.teams.includes(slug),
  );
  if (chosen.length === 0)
    return failed('invalid', 'Nobody is to be reminded: these teams have finished or left the round.');
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(whileOpen(tx, round), () => new Stale()),
      ...markReminded(
        tx,
        round,
        chosen.map(({ id }) => id),
        now,
      ),
      audited(ctx, tx, 'round.remind', round.id, { teams: chosen.length }),
    ]),
  );
  if (!saved) return failed('conflict', 'Somebody closed this round meanwhile.');
  const overdue = isOverdue(round, dayOf(now));
  const mailFor = (teams: readonly TeamInRound[]): Mail =>
    reminderText({
      organisation: ctx.org.name,
      round: { title: round.title, dueOn: round.dueOn, overdue },
      by: ctx.person.name,
      teams: teams.map(({ slug, name, state, progress }) => ({
        name,
        state: stateText(state, progress, false),
        link: new URL(`/${ctx.org.slug}/teams/${slug}`, site).href,
      })),
    });
  const addresses = new Set(chosen.flatMap(({ people }) => people.map(({ email }) => email)));
  const mails = [...addresses].map((to) => ({
    to,
    ...mailFor(chosen.filter(({ people }) => people.some(({ email }) => email === to))),
  }));
  return done({
    all: mailFor(chosen),
    teams: chosen.map(({ name }) => name),
    mails: await Promise.all(mails.map(async (mail) => ({ ...mail, mailed: await sendMail(mail) }))),
    unknown: chosen.filter(({ people }) => people.length === 0).map(({ name }) => name),
  });
}

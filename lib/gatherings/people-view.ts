import 'server-only';
import { assessmentById } from '@/db/assessments';
import { gatheringOf } from '@/db/gatherings';
import { guestLinksOf, respondentById } from '@/db/respondents';
import type { Gathering } from '@/db/schema/gatherings';
import { teamById } from '@/db/teams';
import { namesOf } from '@/db/users';
import { domainOrder, type AskingGroup } from '../domain/answering-order';
import { contentOfDraft } from '../assessments/editions';
import type { ActorContext } from '../context';
import { progressWords, roughWords } from '../domain/gathering-words';
import { isBlind } from '../domain/gathering';
import { can } from '../domain/policy';
import type { ModelId } from '../domain/vocabulary';
import { mailConfigured } from '../mail';
import { mayBeAsked } from './may-be-asked';
import { peopleOf, type Person } from './people-of';
import { settingsOf, settingsText } from './set-gathering';

export type PersonRow = {
  id: string;
  name: string;
  email: string | null;
  kind: 'member' | 'guest' | 'interview';
  /** For an interview who writes it down. */
  recorder: string | null;
  /** Whether the reader writes it down. */
  recordedByYou: boolean;
  /** `9 of 43 answered`; without the count where answers are to be shown without names. */
  state: string;
  done: boolean;
  questions: number;
  remindedOn: string | null;
  /** Of a guest: until when the link works; in the past where it has ended. */
  linkUntil: string | null;
  linkEnded: boolean;
};

export type PeopleView = {
  title: string;
  team: string;
  questionnaires: ModelId[];
  status: 'draft' | 'review' | 'finished';
  settings: Pick<Gathering, 'way' | 'named' | 'guests' | 'dueOn'>;
  seen: string;
  blind: boolean;
  /** `null` until it is opened. */
  opened: { by: string; at: string } | null;
  people: PersonRow[];
  /** Members who may be asked and are not. */
  others: { userId: string; name: string; email: string }[];
  mayGather: boolean;
  mails: boolean;
};

/** Who is asked for an assessment, and how far they are; `null` where there is none. */
export async function peopleView(ctx: ActorContext, id: string): Promise<PeopleView | null> {
  const { db, actor, now } = ctx;
  const [assessment, row] = await Promise.all([
    assessmentById(db, actor.orgId, id),
    gatheringOf(db, actor.orgId, id),
  ]);
  if (assessment === undefined) return null;
  const settings = settingsOf(row);
  const mayGather = can(actor, 'assessment.gather', { orgId: actor.orgId });
  const [team, people, links, may] = await Promise.all([
    teamById(db, actor.orgId, assessment.teamId),
    peopleOf(ctx, assessment, settings.way),
    guestLinksOf(db, actor.orgId, id),
    mayGather ? mayBeAsked(ctx, assessment.teamId) : [],
  ]);
  const names = await namesOf(db, [
    ...people.flatMap(({ respondent }) => respondent.recordedBy ?? []),
    ...(row?.openedBy == null ? [] : [row.openedBy]),
  ]);
  const until = new Map(links.map(({ respondentId, expiresAt }) => [respondentId, expiresAt]));
  const asked = new Set(people.map(({ respondent }) => respondent.userId));
  return {
    ...{ title: assessment.title, team: team?.name ?? '', status: assessment.status },
    questionnaires: assessment.questionnaires,
    ...{ settings, seen: settingsText(settings), blind: isBlind(row) },
    opened:
      row?.openedAt == null
        ? null
        : { by: names.get(row.openedBy ?? '') ?? 'somebody', at: row.openedAt.toISOString() },
    people: people.map((person) => rowOf(person, { actor, names, until, now, settings })),
    others: may
      .filter(({ userId }) => !asked.has(userId))
      .map(({ userId, name, email }) => ({ userId, name, email })),
    ...{ mayGather, mails: mailConfigured() },
  };
}

type Around = Pick<ActorContext, 'actor' | 'now'> &
  Pick<PeopleView, 'settings'> & {
    names: ReadonlyMap<string, string>;
    until: ReadonlyMap<string, Date>;
  };

function rowOf(
  { respondent, asked, progress }: Person,
  { actor, names, until, now, settings }: Around,
): PersonRow {
  const counts = settings.way === 'together' || settings.named;
  const { id, name, email, userId, recordedBy, remindedAt } = respondent;
  const ends = until.get(id) ?? null;
  return {
    ...{ id, name, email },
    kind: userId !== null ? 'member' : recordedBy === null ? 'guest' : 'interview',
    recorder: recordedBy === null ? null : (names.get(recordedBy) ?? 'somebody'),
    recordedByYou: recordedBy === actor.userId,
    state: counts ? progressWords(progress, asked.length) : roughWords(progress),
    done: progress.kind === 'done',
    questions: asked.length,
    remindedOn: remindedAt?.toISOString() ?? null,
    linkUntil: ends?.toISOString() ?? null,
    linkEnded: ends !== null && ends.getTime() <= now.getTime(),
  };
}

export type PersonView = {
  title: string;
  team: string;
  id: string;
  name: string;
  version: number;
  roles: { id: string; title: string; has: boolean }[];
  groups: AskingGroup[];
  titles: Record<string, string>;
  /** Empty is all of them. */
  tasks: string[];
};

/** What one respondent is asked for; `null` where they are not asked (any more). */
export async function personView(
  ctx: ActorContext,
  { id, respondent: wanted }: { id: string; respondent: string },
): Promise<PersonView | null> {
  const { db, actor } = ctx;
  const [assessment, row, one] = await Promise.all([
    assessmentById(db, actor.orgId, id),
    gatheringOf(db, actor.orgId, id),
    respondentById(db, actor.orgId, wanted),
  ]);
  if (assessment === undefined || one?.assessmentId !== id || one.removedAt !== null) return null;
  const content = await contentOfDraft(ctx, assessment);
  const people = await peopleOf(ctx, assessment, settingsOf(row).way);
  const team = await teamById(db, actor.orgId, assessment.teamId);
  return {
    ...{ title: assessment.title, team: team?.name ?? '', id: one.id, name: one.name },
    version: one.version,
    roles: content.roles.map((role) => ({
      ...{ id: role.id, title: role.title, has: one.roles.includes(role.id) },
    })),
    groups: domainOrder(content, assessment.questionnaires),
    titles: Object.fromEntries(content.capabilities.map((each) => [each.id, each.title])),
    tasks: people.find(({ respondent }) => respondent.id === one.id)?.tasks ?? [],
  };
}

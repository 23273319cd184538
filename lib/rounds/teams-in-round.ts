import 'server-only';
import { membersOfOrg, type Member } from '@/db/orgs';
import {
  answeredInRound,
  assessmentsInRound,
  lastAnswerers,
  teamsOfRound,
  type Round,
  type RoundAssessment,
} from '@/db/rounds';
import { teamsOfOrg } from '@/db/teams';
import { contentOfDraft } from '../assessments/editions';
import type { ActorContext } from '../context';
import { domainOrder } from '../domain/answering-order';
import { questionsOf } from '../domain/answering-place';
import { roundState, type AssessedInRound, type RoundState } from '../domain/round-state';
import { pathsOf } from '../domain/team-tree';

export type TeamInRound = {
  id: string;
  slug: string;
  name: string;
  /** The way to the unit that it belongs to now; `null` at the top of the tree. */
  unit: string | null;
  state: RoundState;
  /** Of a draft: how many of its questions are answered. */
  progress: { answered: number; of: number } | null;
  remindedAt: Date | null;
  /** Who began the team's newest assessment or answered last in it, and is still a member. */
  people: Pick<Member, 'userId' | 'name' | 'email'>[];
};

/** The teams of a round in the order of the tree, each with its state as its assessments give it at this moment. */
export async function teamsInRound(ctx: ActorContext, round: Round): Promise<TeamInRound[]> {
  const { db, actor } = ctx;
  const [all, members, own, assessments, answered, answerers] = await Promise.all([
    teamsOfOrg(db, actor.orgId),
    membersOfOrg(db, actor.orgId),
    teamsOfRound(db, actor.orgId, round.id),
    assessmentsInRound(db, actor.orgId, round.id),
    answeredInRound(db, actor.orgId, round.id),
    lastAnswerers(db, actor.orgId, round.id),
  ]);
  const paths = pathsOf(all);
  const reminded = new Map(own.map(({ teamId, remindedAt }) => [teamId, remindedAt]));
  const byTeam = grouped(assessments, ({ teamId }) => teamId);
  const answers = grouped(answered, ({ assessmentId }) => assessmentId);
  const lastBy = new Map(answerers.map(({ assessmentId, updatedBy }) => [assessmentId, updatedBy]));
  const peopleOf = (rows: readonly RoundAssessment[]) => {
    const [newest] = rows.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    if (newest === undefined) return [];
    const ids = [newest.createdBy, lastBy.get(newest.id)];
    return members
      .filter(({ userId }) => ids.includes(userId))
      .map(({ userId, name, email }) => ({ userId, name, email }));
  };
  const rows = await Promise.all(
    all
      .filter(({ id }) => reminded.has(id))
      .map(async ({ id, slug, name, parentId }) => {
        const assessed = byTeam.get(id) ?? [];
        const state = roundState(spanOf(round), assessed.map(assessedInRound));
        const draft = state.kind === 'answering' ? assessed.find((each) => each.id === state.id) : undefined;
        return {
          ...{ id, slug, name, state },
          unit: parentId === null ? null : (paths.get(parentId) ?? null),
          progress: draft === undefined ? null : await progressOf(ctx, draft, answers.get(draft.id) ?? []),
          remindedAt: reminded.get(id) ?? null,
          people: peopleOf(assessed),
        };
      }),
  );
  return rows.toSorted(byPath);
}

/** When a round runs, as the domain reads it. */
export const spanOf = ({ createdAt, closedAt }: Pick<Round, 'createdAt' | 'closedAt'>) => ({
  openedAt: createdAt.getTime(),
  closedAt: closedAt?.getTime() ?? null,
});

/** An assessment as the domain reads it to say how far its team is. */
export const assessedInRound = ({
  id,
  status,
  createdAt,
  updatedAt,
  finishedAt,
  archivedAt,
}: Omit<
  RoundAssessment,
  'teamId' | 'title' | 'assessedOn' | 'questionnaires' | 'edition' | 'createdBy'
>): AssessedInRound => ({
  ...{ id, status },
  createdAt: createdAt.getTime(),
  changedAt: updatedAt.getTime(),
  finishedAt: finishedAt?.getTime() ?? null,
  archived: archivedAt !== null,
});

/** Of the questions that this draft asks, by the edition that it was begun with: teams of one round may have different ones. */
async function progressOf(
  ctx: ActorContext,
  draft: RoundAssessment,
  answered: readonly { capability: string }[],
) {
  const asked = new Set(questionsOf(domainOrder(await contentOfDraft(ctx, draft), draft.questionnaires)));
  return { answered: answered.filter(({ capability }) => asked.has(capability)).length, of: asked.size };
}

/** The rows of each key, in their order. */
export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

const collator = new Intl.Collator('en', { numeric: true });

const byPath = (a: TeamInRound, b: TeamInRound): number =>
  collator.compare(a.unit ?? '', b.unit ?? '') || collator.compare(a.name, b.name);

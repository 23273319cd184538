import 'server-only';
import { commit, type Write } from '@/db/commit';
import type { Tx } from '@/db/client';
import { insertDecision } from '@/db/decisions';
import { insertPlan, insertPlanStep } from '@/db/plans';
import { insertScenario } from '@/db/scenarios';
import type { Context } from '../context';
import type { PlanInput } from '../domain/plan-input';
import type { HarbourBank } from './harbour-bank';
import { demoPlans, withOneMore, type DemoPlan } from './plans';

/** What was made of two proposals of the plans, in the words of Noor, who put them before the CIO. */
const DECISIONS = [
  {
    ...{ id: 'fund-ml-engineers', source: 'role:ml-engineer', waiting: 15 },
    ...{ title: 'Fund two ML engineers', beforeOn: '2027-01-31' },
  },
  {
    ...{ id: 'one-model-registry', source: 'tool:model-registry', waiting: 11 },
    ...{ title: 'One model registry for all teams', beforeOn: '2027-03-08' },
  },
];

const MADE_ON = '2026-12-07';

/** The plans that the bank's teams follow, with what is kept of their steps, and the decisions that wait for its CIO. */
export async function seedPlans(
  { db, content }: Pick<Context, 'db' | 'content'>,
  { org, by, bank }: { org: string; by: string; bank: HarbourBank },
  day: (date: string) => Date,
): Promise<void> {
  const plans = demoPlans(content, bank);
  const made = { createdBy: 'noor', createdAt: day(MADE_ON), updatedBy: 'noor', updatedAt: day(MADE_ON) };
  await commit(db, (tx) => [
    ...plans.flatMap((plan) => planWrites(tx, plan, { org, by }, day)),
    ...plans
      .filter(({ team }) => team === 'fraud-scoring')
      .flatMap((plan) => scenarioWrites(tx, plan, { org, by }, day)),
    ...DECISIONS.map((decision) =>
      insertDecision(tx, { orgId: org, ...decision, status: 'open', outcome: null, ...made }),
    ),
  ]);
}

type Whose = { org: string; by: string };

const assessmentOf = ({ team, quarter }: DemoPlan): string =>
  `${team}-${quarter.toLowerCase().replace(' ', '-')}`;

const NAME = 'With the present team';

function planWrites(tx: Tx, plan: DemoPlan, { org, by }: Whose, day: (date: string) => Date): Write[] {
  const { team, input, promise, chosenOn, steps } = plan;
  return [
    insertPlan(tx, {
      ...{ id: `${team}-plan`, orgId: org, teamId: team, assessmentId: assessmentOf(plan) },
      ...{ name: NAME, input, promise, chosenBy: by, chosenAt: day(chosenOn) },
    }),
    ...steps.map(({ step, status, owner, dueOn, doneOn, acceptedOn }) =>
      insertPlanStep(tx, {
        ...{ orgId: org, teamId: team, step, status, owner, dueOn, doneOn, ticket: null, note: null },
        evidence: status === 'done' ? [{ title: 'Shown at the review of the sprint' }] : [],
        acceptedBy: acceptedOn === null ? null : by,
        acceptedAt: acceptedOn === null ? null : day(acceptedOn),
        ...{ updatedBy: by, updatedAt: day(doneOn ?? chosenOn) },
      }),
    ),
  ];
}

function scenarioWrites(tx: Tx, plan: DemoPlan, { org, by }: Whose, day: (date: string) => Date): Write[] {
  const saved = (id: string, name: string, input: PlanInput) =>
    insertScenario(tx, {
      ...{ id: `${plan.team}-${id}`, orgId: org, assessmentId: assessmentOf(plan), name, input },
      ...{ createdBy: by, createdAt: day(plan.chosenOn), updatedBy: by, updatedAt: day(plan.chosenOn) },
    });
  return [
    saved('present-team', NAME, plan.input),
    saved('one-more', 'With one more ML engineer', withOneMore(plan.input)),
  ];
}

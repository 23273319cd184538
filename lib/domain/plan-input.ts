import { mondayFrom } from './calendar';
import type { Roster } from './roster';
import type { Targets } from './schema/answers';
import type { Adjustments, PlanOrder } from './schema/roster';

/** Everything that a person sets about a climb: what a scenario keeps, and what an address can say. */
export type PlanInput = { targets: Targets; roster: Roster; order: PlanOrder; adjustments: Adjustments };

/** Assumed until somebody says who is there: a small product team with half of its time, whose engineers cover what nobody is hired for. */
const ASSUMED: Roster['roles'] = {
  'business-stakeholder': 0.5,
  'subject-matter-expert': 0.5,
  'data-engineer': 1,
  'data-scientist': 2,
  'software-engineer': 1,
  'ml-engineer': 1,
  'platform-engineer': 1,
  'database-administrator': { coveredBy: 'data-engineer' },
  'security-engineer': { coveredBy: 'platform-engineer' },
};

/** The plan that is shown before anybody has set one: from next Monday on, on AWS, levels early. */
export function assumedInput(targets: Targets, today: string): PlanInput {
  return {
    targets,
    order: 'levels-early',
    adjustments: {},
    roster: {
      start: mondayFrom(today),
      share: 50,
      horizonWeeks: 104,
      hireWeeks: 12,
      roles: ASSUMED,
      platform: 'aws',
    },
  };
}

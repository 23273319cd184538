import { buildRoadmap, type PlanSettings, type Roadmap } from './roadmap';
import type { Roster } from './roster';
import type { Answers, Targets } from './schema/answers';
import { realContent } from './testing';
import { MODEL_IDS } from './vocabulary';

/** Plans on the real content, of as many steps as wanted. For tests alone. */

const content = realContent();

export const TEAM: Roster = {
  ...{ start: '2027-01-04', share: 50, horizonWeeks: 104, hireWeeks: 12, platform: 'aws' },
  roles: {
    ...{ 'data-scientist': 3, 'ml-engineer': 2, 'data-engineer': 2, 'software-engineer': 1 },
    ...{ 'platform-engineer': 1, 'business-stakeholder': 0.5 },
    'security-engineer': { coveredBy: 'platform-engineer' },
    'database-administrator': { coveredBy: 'data-engineer' },
  },
};

export const atRung = (rung: 0 | 3 | 4): Answers =>
  Object.fromEntries(content.capabilities.map(({ id }) => [id, { rung }]));

/** Every capability to its top rung. */
export const ALL_THE_WAY: Targets = {
  capabilities: Object.fromEntries(content.capabilities.map(({ id }) => [id, 4])),
};

export type Planned = Partial<PlanSettings> & { answers?: Answers; targets?: Targets };

/** From nothing to the next levels, with `TEAM`, where nothing else is said. */
export const roadmapOf = ({
  answers = atRung(0),
  targets = {},
  roster = TEAM,
  order = 'levels-early',
  adjustments = {},
}: Planned = {}): Roadmap =>
  buildRoadmap(
    content,
    { answers, statements: {}, questionnaires: [...MODEL_IDS], targets },
    { roster, order, adjustments },
  );

/** Two climbs of data validation and one of rollback. */
export const THREE_STEPS: Planned = {
  answers: { ...atRung(4), 'data-validation': { rung: 2 }, rollback: { rung: 3 } },
  targets: { capabilities: { 'data-validation': 4, rollback: 4 } },
};

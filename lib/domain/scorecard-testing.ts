import { contentOf } from '@/lib/content/testing';
import { scoringBasis } from './requirements';
import { score } from './score';
import { mergeRollups } from './rollup';
import { buildScorecard, type ScorecardFacts } from './scorecard';
import { storedScore, type StoredScore } from './stored-score';
import { teamRollup } from './team-rollup';
import { MODEL_IDS } from './vocabulary';
import type { Answers } from './schema/answers';
import type { Content, ModelId } from './schema/content';

/** A small content with teams by hand, and the scorecards of them. For tests alone. */

const part = (capability: string, rung: number) => ({ capability, rung });
const gate = (id: string, level: string, capability: string, rung: number) => ({
  id,
  level,
  met: part(capability, rung),
});

/** AWS Level 2 waits for four things, of which one is a choice and one may not apply; Google asks nothing. */
const made = contentOf(
  [
    { id: 'registry' },
    { id: 'ci' },
    { id: 'pipeline' },
    { id: 'store', mayBeExcluded: true },
    { id: 'calendar' },
    { id: 'trigger' },
  ],
  {
    aws: {
      criteria: [
        gate('A-1', '1', 'registry', 1),
        gate('A-2', '2', 'ci', 2),
        gate('A-3', '2', 'pipeline', 2),
        gate('A-4', '2', 'store', 2),
        { id: 'A-5', level: '2', met: { anyOf: [part('calendar', 2), part('trigger', 3)] } },
        gate('A-6', '3', 'registry', 3),
      ],
    },
    microsoft: { criteria: [gate('M-1', '1', 'registry', 2), gate('M-2', '2', 'ci', 3)] },
  },
);
const TITLES: Record<string, string> = { ci: 'CI of code', calendar: 'Planned runs', trigger: 'Called runs' };
const content: Content = {
  ...made,
  capabilities: made.capabilities.map((each) => ({ ...each, title: TITLES[each.id] ?? each.title })),
};

export const BELOW: Answers = { registry: { rung: 0 } };
export const FAR: Answers = { registry: { rung: 1 } };
export const NEAR: Answers = { ...FAR, ci: { rung: 2 } };
export const SECOND: Answers = {
  ...NEAR,
  pipeline: { rung: 2 },
  store: { rung: 2 },
  calendar: { rung: 0 },
  trigger: { rung: 3 },
};
export const TOP: Answers = { ...SECOND, registry: { rung: 3 }, ci: { rung: 3 } };
export const NONE = { notApplicable: true as const, reason: 'None.' };

export const scored = (answers: Answers, models: readonly ModelId[] = MODEL_IDS): StoredScore =>
  storedScore(content, score(scoringBasis(content, models), answers));

export type Team = { now: StoredScore; before: StoredScore | null };

export const team = (now: StoredScore, before: StoredScore | null = null): Team => ({ now, before });

export function rollupOf(teams: Team[]) {
  const date = '2026-10-01';
  return mergeRollups(
    teams.map(({ now, before }, index) => {
      const id = `team-${index}`;
      return { node: id, rollup: teamRollup({ team: id, date, version: '2026.1', score: now, before }) };
    }),
  );
}

export const card = (
  teams: Team[],
  models: readonly ModelId[] = MODEL_IDS,
  facts: Partial<ScorecardFacts> = {},
) =>
  buildScorecard(
    content,
    { all: rollupOf(teams), expected: teams.length, units: [], quarters: [], aims: {}, ...facts },
    models,
  );

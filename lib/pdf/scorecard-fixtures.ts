import type { Brand } from '@/lib/domain/brand';
import { mergeRollups } from '@/lib/domain/rollup';
import { scoringBasis } from '@/lib/domain/requirements';
import { buildScorecard, type Scorecard } from '@/lib/domain/scorecard';
import { score } from '@/lib/domain/score';
import { storedScore, type StoredScore } from '@/lib/domain/stored-score';
import { teamRollup } from '@/lib/domain/team-rollup';
import { realContent } from '@/lib/domain/testing';
import { MODEL_IDS, RUNGS, type ModelId } from '@/lib/domain/vocabulary';
import type { WhatItTakes } from '@/lib/domain/what-it-takes';
import type { ScorecardFactsToPrint } from './view-scorecard';

/** Scorecards on the real content, of as many teams and units as wanted. For tests alone. */

const content = realContent();

/** A team that is mostly on rungs around this one; the next higher it is, the further it came. */
const scoreAround = (seed: number): StoredScore =>
  storedScore(
    content,
    score(
      scoringBasis(content, MODEL_IDS),
      Object.fromEntries(
        content.capabilities.map(({ id }, index) => [
          id,
          { rung: RUNGS[Math.min(4, Math.floor(((index * 7 + seed * 5) % 11) / 4) + (seed % 3))] ?? 0 },
        ]),
      ),
      {},
    ),
  );
const KINDS = [0, 1, 2, 3, 4].map(scoreAround);
const kind = (seed: number): StoredScore => KINDS[seed % KINDS.length] ?? scoreAround(seed);

function rollupOf(teams: number, from: number) {
  const date = '2026-10-01';
  return mergeRollups(
    Array.from({ length: teams }, (_, index) => {
      const id = `team-${from}-${index}`;
      const [now, before] = [kind(from + index), kind(from + index + 1)];
      return { node: id, rollup: teamRollup({ team: id, date, version: '2026.1', score: now, before }) };
    }),
  );
}

/** Units of so many teams each, and `waiting` more that have not finished. */
export function scorecardOf(
  units: { name: string; teams: number; waiting?: number }[],
  models: readonly ModelId[] = MODEL_IDS,
): Scorecard {
  const built = units.map(({ name, teams, waiting = 0 }, index) => ({
    ...{ id: `unit-${index}`, slug: `unit-${index}`, name, expected: teams + waiting },
    rollup: rollupOf(teams, index),
  }));
  const all = mergeRollups(built.map(({ id, rollup }) => ({ node: id, rollup })));
  return buildScorecard(
    content,
    {
      all,
      expected: built.reduce((sum, { expected }) => sum + expected, 0),
      units: built,
      quarters:
        all.sums.teams === 0
          ? []
          : ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1'].map((quarter) => ({
              quarter,
              rollup: all,
            })),
      aims: { aws: { level: 'repeatable', by: '2027-12-31' } },
    },
    models,
  );
}

export const toPrint = (
  scorecard: Scorecard,
  change: Partial<ScorecardFactsToPrint> = {},
): ScorecardFactsToPrint => ({
  scorecard,
  ...{
    organisation: 'Harbour Bank',
    unit: null,
    date: '2026-11-30',
    paper: 'a4',
    answering: 0,
    moreUnits: 0,
  },
  ...change,
});

/** A brand with a logo and the longest words that it may have. */
export const longBrand = (width: number, height: number): Brand => ({
  name: 'W'.repeat(80),
  accent: '#8A1538',
  confidentiality: `For the board of Harbour Bank alone ${'and nobody else '.repeat(9)}`.slice(0, 120),
  logo: {
    ...{ kind: 'svg', width, height },
    data: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#8A1538"/></svg>`,
  },
});

/** What the climb takes by the plans of 17 of 24 teams, with so many decisions in these words. */
export const takesOf = (decisions: number, title = 'One model registry for all teams'): WhatItTakes => ({
  ...{ plans: 17, of: 24, days: 1240, planned: { year: '2027', days: 410 }, silent: 0, proposed: 0 },
  paces: { 'on-time': 11, late: 4, 'not-started': 2 },
  money: { total: 1_200_000, currency: 'EUR' },
  short: ['ML engineer', 'Platform engineer', 'Database administrator', 'Security engineer'].map((role) => ({
    ...{ title: role, people: 2.5, from: '2027-Q2', teams: 12 },
  })),
  decisions: Array.from({ length: decisions }, (_, index) => ({
    ...{ title, beforeOn: '2027-01-31', teams: 12 - index },
  })),
});

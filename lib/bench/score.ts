import { content } from '../content/load';
import { harbourBank } from '../demo/harbour-bank';
import { scoringBasis } from '../domain/requirements';
import { score } from '../domain/score';
import { MODEL_IDS } from '../domain/vocabulary';
import type { Figure } from './figure';
import { median } from './quantile';

const RUNS = 7;
const PER_RUN = 3_000;

/** Scores full assessments by all three models with traces, on one core. */
export async function benchScore(): Promise<Figure[]> {
  const basis = scoringBasis(content(), MODEL_IDS);
  const answers = harbourBank(content()).teams.flatMap(({ rounds }) =>
    rounds.map(({ assessment }) => assessment.answers),
  );
  const rates: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const begun = performance.now();
    let levels = 0;
    for (let each = 0; each < PER_RUN; each += 1)
      levels += score(basis, answers[each % answers.length] ?? {}).models.length;
    if (levels !== 3 * PER_RUN) throw new Error('a score is missing');
    // The first run warms up.
    if (run > 0) rates.push(PER_RUN / ((performance.now() - begun) / 1000));
  }
  return [
    {
      name: 'score',
      value: median(rates),
      runs: rates,
      quiet: true,
      unit: 'a second',
      bound: 5_000,
      better: 'higher',
      how: `median of ${RUNS} runs of ${PER_RUN} full assessments`,
    },
  ];
}

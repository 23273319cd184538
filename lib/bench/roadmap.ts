import { content } from '../content/load';
import { buildRoadmap } from '../domain/roadmap';
import { assumedInput } from '../domain/plan-input';
import type { Answers, Targets } from '../domain/schema/answers';
import { MODEL_IDS } from '../domain/vocabulary';
import type { Figure } from './figure';
import { median } from './quantile';

const RUNS = 15;
const WARM_UP = 3;

/** Plans every climb that there is, from rung 0 everywhere to rung 4 everywhere, each time with another share of people's time. */
export async function benchRoadmap(): Promise<Figure[]> {
  const known = content();
  const each = <Value>(value: Value) => Object.fromEntries(known.capabilities.map(({ id }) => [id, value]));
  const answers: Answers = each({ rung: 0 });
  const targets: Targets = { capabilities: each(4) };
  const { roster, order, adjustments } = assumedInput({}, '2027-01-04');
  const took: number[] = [];
  for (let run = 0; run < RUNS + WARM_UP; run += 1) {
    const settings = { roster: { ...roster, horizonWeeks: 520, share: 50 + run }, order, adjustments };
    const begun = performance.now();
    const { steps } = buildRoadmap(
      known,
      { answers, statements: {}, questionnaires: [...MODEL_IDS], targets },
      settings,
    );
    if (steps.length < 160) throw new Error(`only ${steps.length} steps were planned`);
    if (run >= WARM_UP) took.push(performance.now() - begun);
  }
  return [
    {
      name: 'roadmap of all climbs',
      value: median(took),
      runs: took,
      quiet: true,
      unit: 'ms',
      bound: 300,
      better: 'lower',
      how: `median of ${RUNS} plans of ${known.capabilities.length * 4} steps with all variants, after ${WARM_UP}`,
    },
  ];
}

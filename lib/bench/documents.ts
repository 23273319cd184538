import { content } from '../content/load';
import type { Figure } from './figure';
import { sampleDocument } from '../documents/fixtures';
import { renderDocument, type DocumentFormat } from '../documents/formats';
import { median } from './quantile';

const RUNS = 9;
const WARM_UP = 2;
const NAMES: [DocumentFormat, string][] = [
  ['docx', 'Word'],
  ['pptx', 'slides'],
  ['xlsx', 'workbook'],
];

/** The full sample with plan and findings in each office format; the subject differs, so that nothing can be remembered. */
export async function benchDocuments(): Promise<Figure[]> {
  const known = content();
  const sample = sampleDocument(known);
  const figures: Figure[] = [];
  for (const [format, name] of NAMES) {
    const took: number[] = [];
    for (let run = 0; run < RUNS + WARM_UP; run += 1) {
      const document = { ...sample, report: { ...sample.report, subject: `Fraud scoring ${run}` } };
      const begun = performance.now();
      await renderDocument(format, document, known, { paper: 'a4', locale: 'en-GB' });
      if (run >= WARM_UP) took.push(performance.now() - begun);
    }
    figures.push({
      name: `report as ${name}, warm`,
      ...{ value: median(took), unit: 'ms', bound: 1500, better: 'lower' },
      ...{ runs: took, quiet: true },
      how: `median of ${RUNS} full reports with plan after ${WARM_UP}`,
    });
  }
  return figures;
}

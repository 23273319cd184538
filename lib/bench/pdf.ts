import { content } from '../content/load';
import { harbourBank } from '../demo/harbour-bank';
import { buildReport } from '../domain/build-report';
import { plainDocument } from '../domain/report-document';
import { renderReportPdf } from '../pdf/render';
import type { Figure } from '../dev/bench';
import { median } from './median';

const RUNS = 15;

/** Full reports of different assessments, as repeated data is remembered by the typesetter and would flatter. */
export async function benchPdf(): Promise<Figure[]> {
  const assessments = harbourBank(content()).teams.flatMap(({ rounds }) =>
    rounds.map(({ assessment }) => assessment),
  );
  const times: number[] = [];
  for (let run = 0; run < RUNS + 3; run += 1) {
    const assessment = assessments[run % assessments.length];
    if (assessment === undefined) throw new Error('there is no assessment');
    const report = buildReport(content(), assessment, {
      organisation: 'Harbour Bank',
      status: { finished: true, by: null, at: null },
    });
    const begun = performance.now();
    const look = { paper: 'a4', locale: 'en-GB', generatedOn: '2026-11-21' } as const;
    await renderReportPdf(plainDocument({ report, assessment }), content(), look);
    if (run >= 3) times.push(performance.now() - begun);
  }
  return [
    {
      name: 'PDF of a full report, warm',
      value: median(times),
      unit: 'ms',
      bound: 400,
      better: 'lower',
      how: `median of ${RUNS} different reports after 3`,
    },
  ];
}

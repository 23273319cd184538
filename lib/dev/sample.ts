import { writeFileSync } from 'node:fs';
import { content } from '../content/load';
import { harbourBank } from '../demo/harbour-bank';
import { buildReport } from '../domain/build-report';
import { plainDocument } from '../domain/report-document';
import { renderReportPdf } from '../pdf/render';
import { script, Stop } from './run';

const FILE = 'public/sample-report.pdf';

/** `npm run sample`: the report of Harbour Bank's Fraud scoring, as the landing page offers it. */
await script(async () => {
  const team = harbourBank(content()).teams.find(({ slug }) => slug === 'fraud-scoring');
  const round = team?.rounds.at(-1);
  if (round === undefined) throw new Stop('Fraud scoring has no finished round');
  const report = buildReport(content(), round.assessment, {
    organisation: 'Harbour Bank',
    status: { finished: true, by: 'Ana Ortiz', at: round.finishedOn },
  });
  const document = plainDocument(
    { report, assessment: round.assessment },
    { preparedBy: 'Northgate Advisory' },
  );
  const look = { paper: 'a4', locale: 'en-GB', generatedOn: round.finishedOn } as const;
  const { pdf } = await renderReportPdf(document, content(), look);
  writeFileSync(FILE, pdf);
  console.log(`${FILE}: ${Math.round(pdf.length / 1024)} kB`);
});

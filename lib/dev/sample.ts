import { writeFileSync } from 'node:fs';
import { content } from '../content/load';
import { harbourBank } from '../demo/harbour-bank';
import { buildReport } from '../domain/build-report';
import { sampleDocument } from '../documents/fixtures';
import { renderDocument } from '../documents/formats';
import { plainDocument } from '../domain/report-document';
import { renderReportPdf } from '../pdf/render';
import { script, Stop } from './run';

const FILE = 'public/sample-report.pdf';
const OFFICE = ['docx', 'pptx'] as const;

/** `npm run sample`: the report of Harbour Bank's Fraud scoring, as the landing page offers it; for Word and as slides with its plan. */
await script(async () => {
  const team = harbourBank(content()).teams.find(({ slug }) => slug === 'fraud-scoring');
  const round = team?.rounds.at(-1);
  if (round === undefined) throw new Stop('Fraud scoring has no finished round');
  const sample = sampleDocument(content());
  const report = buildReport(content(), round.assessment, {
    organisation: 'Harbour Bank',
    status: { finished: true, by: 'Ana Ortiz', at: round.finishedOn },
  });
  const document = plainDocument(
    { report, assessment: round.assessment },
    { preparedBy: 'Northgate Advisory', brand: sample.brand },
  );
  const look = { paper: 'a4', locale: 'en-GB', generatedOn: round.finishedOn } as const;
  const { pdf } = await renderReportPdf(document, content(), look);
  save(FILE, pdf);
  for (const format of OFFICE) {
    const options = { paper: 'a4', locale: 'en-GB' } as const;
    const file = await renderDocument(format, sample, content(), options);
    save(FILE.replace('.pdf', `.${format}`), file);
  }
});

function save(file: string, bytes: Uint8Array): void {
  writeFileSync(file, bytes);
  console.log(`${file}: ${Math.round(bytes.length / 1024)} kB`);
}

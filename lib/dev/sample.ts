import { writeFileSync } from 'node:fs';
import { content } from '../content/load';
import { sampleDocument } from '../documents/fixtures';
import { renderDocument } from '../documents/formats';
import { renderReportPdf } from '../pdf/render';
import { script } from './run';

/** `npm run sample`: the full report of Harbour Bank's Fraud scoring with its plan, as the landing page and the README offer it. */
await script(async () => {
  const sample = sampleDocument(content());
  const options = { paper: 'a4', locale: 'en-GB' } as const;
  const { pdf } = await renderReportPdf(sample, content(), { ...options, generatedOn: sample.issue.on });
  save('pdf', pdf);
  for (const format of ['docx', 'pptx'] as const)
    save(format, await renderDocument(format, sample, content(), options));
});

function save(ending: string, bytes: Uint8Array): void {
  const file = `public/sample-report.${ending}`;
  writeFileSync(file, bytes);
  console.log(`${file}: ${Math.round(bytes.length / 1024)} kB`);
}

import mammoth from 'mammoth';
import type { ReportDocument } from '../domain/report-document';
import { realContent } from '../domain/testing';
import { sampleDocument, shortDocument } from './fixtures';
import { reportDocx } from './report-docx';
import { reportPptx } from './report-pptx';
import { reportXlsx } from './report-xlsx';
import type { DocumentOptions } from './source';
import { partsOf, textsIn } from './testing';

const content = realContent();
const options: DocumentOptions = { paper: 'a4', locale: 'en-GB' };
const short = shortDocument(content);

const wordText = async (document: ReportDocument): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(await reportDocx(document, content, options)) })).value;

const slideText = async (document: ReportDocument): Promise<string> =>
  [...partsOf(await reportPptx(document, content, options))]
    .flatMap(([name, xml]) => (/^ppt\/(slides|notesSlides)\/\w+\.xml$/.test(name) ? textsIn(xml, 'a:t') : []))
    .join('\n');

test('a short report for Word has the levels of the plan and no tables of its steps, roles and tools', async () => {
  const text = await wordText(short);
  for (const there of ['Levels by quarter', 'The steps in time', 'How to check this report'])
    expect(text).toContain(there);
  for (const gone of ['Contents', 'Who is needed when', 'Steps by quarter', 'Tooling', 'Statements'])
    expect(text).not.toContain(gone);
});

test('short slides leave out gaps, people and tools', async () => {
  const text = await slideText(short);
  for (const there of ['What holds it back', 'What is reached when', 'The steps in time', 'Findings'])
    expect(text).toContain(there);
  for (const gone of ['largest of', 'Who is needed when', 'Tools to adopt', 'What people stop doing by hand'])
    expect(text).not.toContain(gone);
});

test('findings that were not chosen stand neither on slides nor in the workbook', async () => {
  const document = sampleDocument(content, { sections: ['summary', 'gaps'] });
  const text = await slideText(document);
  const [finding] = document.findings;
  expect(text).not.toContain(finding?.recommendation);
  const book = [...partsOf(await reportXlsx(document, content, options)).values()].join('');
  expect(book).not.toContain(finding?.recommendation);
});

test('the summary for Word has fewer rows where its sentences are long, so that it stays on its page', async () => {
  const document = sampleDocument(content, { sections: ['summary'] });
  const long = 'A sentence as long as a plan may make it, with levels, quarters and ranges. '.repeat(8);
  const report = { ...document.report, summary: [long] };
  const rows = async (each: ReportDocument) => {
    const { value } = await mammoth.convertToHtml({
      buffer: Buffer.from(await reportDocx(each, content, options)),
    });
    return [...value.matchAll(/<tr>/g)].length;
  };
  expect(await rows({ ...document, report })).toBeLessThan(await rows(document));
});

import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import readWorkbook from 'read-excel-file/node';
import type { ReportDocument } from '../domain/report-document';
import { realContent } from '../domain/testing';
import { readPdf } from '../pdf/read-pdf';
import { emptyDocument, hostileDocument, oneVendorDocument, sampleDocument, shortDocument } from './fixtures';
import { renderDocument } from './formats';
import { attributesIn, partsOf, printed, soffice } from './testing';

const content = realContent();
const FORMATS = ['docx', 'pptx', 'xlsx'] as const;
const DOCUMENTS = {
  sample: sampleDocument(content),
  hostile: hostileDocument(content),
  empty: emptyDocument(content),
  'one-vendor': oneVendorDocument(content),
  short: shortDocument(content),
  long: withLongSentences(sampleDocument(content, { sections: ['summary', 'method'] })),
};

/** As long as levels, ranges and a plan make them. */
function withLongSentences(document: ReportDocument): ReportDocument {
  const summary = [
    'Below AWS Initial (up to Repeatable), at Microsoft L1 (up to L2) and Google L0 (up to L1): most work is done by hand, differently each time, furthest behind in monitoring and feedback.',
    'Between 14 and 23 climbs lead to AWS Repeatable, 12 to 19 to Microsoft L2 and 22 to 31 to Google L1, and Microsoft L3 and Google L2 are kept away by what was stated.',
  ];
  return { ...document, report: { ...document.report, summary } };
}

const program = soffice();

async function files(): Promise<Record<string, Uint8Array>> {
  const made = Object.entries(DOCUMENTS).flatMap(([name, document]) =>
    FORMATS.map(async (format): Promise<[string, Uint8Array]> => [
      `${name}-${format}.${format}`,
      await renderDocument(format, document, content, { paper: 'a4', locale: 'en-GB' }),
    ]),
  );
  return Object.fromEntries(await Promise.all(made));
}

const slides = (file: Uint8Array | undefined): number =>
  [...partsOf(file ?? new Uint8Array()).keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .length;

async function expectPrinted(office: string): Promise<void> {
  const all = await files();
  const pdfs = await printed(office, all);
  expect([...pdfs.keys()].toSorted()).toEqual(Object.keys(all).toSorted());
  const read = async (name: string) => readPdf(new Uint8Array(readFileSync(pdfs.get(name) ?? '')));
  expect((await read('short-docx.docx')).pages.length).toBeLessThanOrEqual(6);
  // Cover, contents, summary: the method begins the page after it.
  for (const name of ['sample', 'long', 'one-vendor'])
    expect((await read(`${name}-docx.docx`)).pages[3]).toMatch(/^.{0,80}Method/);
  const word = await read('sample-docx.docx');
  for (const text of ['MLOps maturity report', 'Two people can release a model', 'How to check this report'])
    expect(word.text).toContain(text);
  for (const name of Object.keys(DOCUMENTS)) {
    const deck = `${name}-pptx.pptx`;
    expect((await read(deck)).pages).toHaveLength(slides(all[deck]));
  }
  expect((await read('sample-xlsx.xlsx')).text).toContain('Model deployment');
}

/** Every part that another names is there, and other programs read the texts. */
async function expectReadElsewhere(): Promise<void> {
  for (const [name, file] of Object.entries(await files())) {
    const parts = partsOf(file);
    for (const [path, xml] of parts) {
      if (!path.endsWith('.rels')) continue;
      const folder = path.replace(/_rels\/[^/]*$/, '');
      const inside = xml.replaceAll(/<Relationship [^>]*TargetMode="External"[^>]*>/g, '');
      for (const target of attributesIn(inside, 'Relationship', 'Target')) {
        const full = target.startsWith('/')
          ? target.slice(1)
          : new URL(target, `file:///${folder}`).pathname.slice(1);
        expect({ name, target, isThere: parts.has(full) }).toEqual({ name, target, isThere: true });
      }
    }
    if (name.endsWith('.docx'))
      expect((await mammoth.extractRawText({ buffer: Buffer.from(file) })).value).toContain('Summary');
    if (name.endsWith('.xlsx')) expect((await readWorkbook(Buffer.from(file))).length).toBeGreaterThan(5);
    if (name.endsWith('.pptx')) expect(slides(file)).toBeGreaterThan(4);
  }
}

test('other programs find every part of each file, and its texts', expectReadElsewhere, 60_000);

// A machine without it says so by this name; what others read is held above all the same.
test.each([
  program === null
    ? 'LibreOffice is not installed (no SOFFICE, no soffice on the path): the files were read by other programs alone'
    : 'LibreOffice opens each file, and prints every slide and chapter',
])(
  '%s',
  async () => {
    if (program === null) await expectReadElsewhere();
    else await expectPrinted(program);
  },
  180_000,
);

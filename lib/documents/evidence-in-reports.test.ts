import { realContent } from '../domain/testing';
import { evidenceDocument } from './fixtures';
import { renderDocument, type DocumentFormat } from './formats';
import { partsOf } from './testing';

const content = realContent();
const document = evidenceDocument(content);

/** All that is written in it, without the tags. */
async function textOf(format: DocumentFormat): Promise<string> {
  const bytes = await renderDocument(format, document, content, { paper: 'a4', locale: 'en-GB' });
  if (format === 'md') return new TextDecoder().decode(bytes).replaceAll('\\', '');
  return [...partsOf(bytes).values()].join('\n').replaceAll(/<[^>]*>/g, '');
}

const BOTH = /Claimed: AWS Initial, Microsoft L\d and Google L\d\. Backed by current evidence alone: /;
const COUNTS = /\(lapsed for 1 more; current evidence speaks against 1\)/;

test.each<DocumentFormat>(['docx', 'md', 'xlsx', 'pptx'])(
  'as %s a report says both levels, what has lapsed and what speaks against',
  async (format) => {
    const text = await textOf(format);
    expect(text).toMatch(BOTH);
    expect(text).toMatch(COUNTS);
  },
);

test.each<DocumentFormat>(['docx', 'md', 'xlsx'])(
  'as %s it lists each piece with its rung, its side and its day, and who agreed to what is left out',
  async (format) => {
    const text = await textOf(format);
    expect(text).toMatch(/Old run.* · for rung 4 · lapsed since 1 Jul 2026/);
    expect(text).toMatch(/Incident 7.* · speaks against the answer · added by Ben Adu/);
    expect(text).toMatch(/One model \(approved by Ben Adu, was to be looked at again on 30 Sep 2026\)/);
  },
);

import { lexer, walkTokens, type Token } from 'marked';
import { SECTIONS } from '../domain/report-document';
import { realContent } from '../domain/testing';
import { emptyDocument, hostileDocument, oneVendorDocument, sampleDocument } from './fixtures';
import { reportMarkdown } from './report-markdown';
import type { DocumentOptions } from './source';
import { wordsOf } from './testing';

const content = realContent();
const options: DocumentOptions = { paper: 'a4', locale: 'en-GB' };
const sample = sampleDocument(content);

/** All parts as another program reads them. */
function tokensOf(markdown: string): Token[] {
  const all: Token[] = [];
  void walkTokens(lexer(markdown), (token) => {
    all.push(token);
  });
  return all;
}

const headings = (markdown: string, depth: number) =>
  tokensOf(markdown).flatMap((token) =>
    token.type === 'heading' && token['depth'] === depth ? [String(token['text'])] : [],
  );

test('has every chapter, and tables that another program reads as tables', () => {
  const markdown = reportMarkdown(sample, content, options);
  expect(headings(markdown, 1)).toEqual(['MLOps maturity report: Fraud scoring']);
  expect(headings(markdown, 2)).toEqual(Object.values(SECTIONS));
  const tables = tokensOf(markdown).filter(({ type }) => type === 'table');
  expect(tables.length).toBeGreaterThan(25);
  for (const { title } of sample.report.capabilities) expect(markdown).toContain(title);
  for (const { recommendation } of sample.findings)
    expect(markdown.replaceAll('*', '')).toContain(wordsOf(recommendation)[0]);
});

test('keeps every row of a table as wide as its heads', () => {
  const rows = reportMarkdown(sample, content, options)
    .split('\n\n')
    .filter((part) => part.startsWith('| '))
    .map((part) => part.split('\n').map((row) => row.split(/(?<!\\)\|/).length));
  expect(rows.filter((widths) => new Set(widths).size > 1)).toEqual([]);
});

/** The names that a heading gets on GitHub: by its words, and by its number where others have the same. */
function placesOf(markdown: string): Set<string> {
  const places = new Set<string>();
  for (const token of tokensOf(markdown)) {
    if (token.type !== 'heading') continue;
    const words = String(token['text'])
      .replaceAll(/\\(.)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-');
    let place = words;
    for (let number = 1; places.has(place); number += 1) place = `${words}-${number}`;
    places.add(place);
  }
  return places;
}

test('leads each capability to its answer, also where its name is a chapter’s or a domain’s', () => {
  const markdown = reportMarkdown(sample, content, options);
  const links = [...markdown.matchAll(/\[([^\]]+)\]\(#([^)]+)\)/g)];
  const places = placesOf(markdown);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter(([, , place = '']) => !places.has(place))).toEqual([]);
  // A domain stands above the capability of the same name.
  expect(links.find(([, name]) => name === 'Training pipeline')?.[2] ?? 'training-pipeline-1').toBe(
    'training-pipeline-1',
  );
  const bare = reportMarkdown({ ...sample, sections: ['summary', 'gaps'] }, content, options);
  expect(bare).not.toContain('](#');
});

test('makes nothing but text of what people wrote: no HTML, no code, no picture, no link but to the web', () => {
  const tokens = tokensOf(reportMarkdown(hostileDocument(content), content, options));
  const html = tokens.flatMap((token) => (token.type === 'html' ? [token.raw] : []));
  expect(new Set(html)).toEqual(new Set(['<br>']));
  const links = tokens.filter(({ type }) => type === 'link');
  // An address in a text is a link that shows where it leads; those that lead elsewhere than they say are ours.
  const named = links.filter(({ raw }) => raw.startsWith('[') && !raw.includes('](#'));
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter(({ raw }) => raw.includes('evil') || !raw.includes('](<https://'))).toEqual([]);
  expect(links.filter(({ raw }) => /javascript:/i.test(raw))).toEqual([]);
  expect(tokens.filter(({ type }) => ['image', 'del'].includes(type))).toEqual([]);
  // Own words may mark emphasis and code: what is in it is text.
  const emphasis = tokens.flatMap((token) => (token.type === 'em' ? [String(token['text'])] : []));
  expect(new Set(emphasis)).toEqual(new Set(['b', 'i']));
  const code = tokens.flatMap((token) => (token.type === 'codespan' ? [String(token['text'])] : []));
  expect(new Set(code)).toEqual(new Set(['code', 'npm run rungs -- verify REPORT.json']));
});

test('is whole without answers and names one vendor alone where the report does', () => {
  expect(reportMarkdown(emptyDocument(content), content, options)).toContain('No answers yet.');
  const google = reportMarkdown(oneVendorDocument(content), content, options);
  expect(google).not.toMatch(/Microsoft L\d|AWS (?:Initial|Repeatable|Reliable|Scalable)/);
});

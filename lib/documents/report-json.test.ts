import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type * as z from 'zod';
import { realContent } from '../domain/testing';
import { sealedReportSchema } from '../domain/schema/sealed-report';
import type { SealedReport } from '../domain/sealed-report';
import { sealable, unsigned } from '../reports/seal-report';
import { emptyDocument, evidenceDocument, oneVendorDocument, sampleDocument } from './fixtures';
import { reportJson } from './report-json';
import { reportJsonSchema } from './report-schema';

/** `true` alone where each type can stand for the other. */
type Same<A, B> = [A, B] extends [B, A] ? true : false;

const content = realContent();
const sample = sampleDocument(content);
const validate = new Ajv2020({ formats: { date: true, uri: true }, allErrors: true }).compile(
  JSON.parse(reportJsonSchema()) as object,
);

const valid = (json: string): boolean => validate(JSON.parse(json));

test('the schema has the shape of the type, in both directions', () => {
  // The compiler decides: with a part more, less or of another kind this is no longer `true`.
  const same: Same<z.output<typeof sealedReportSchema>, SealedReport> = true;
  expect(same).toBe(true);
});

test('the published schema is the one of this version', () => {
  expect(readFileSync('public/report.schema.json', 'utf8')).toBe(reportJsonSchema());
});

test.each([
  ['the sample', sample],
  ['nothing answered', emptyDocument(content)],
  ['one vendor', oneVendorDocument(content)],
  ['evidence that lapsed or speaks against', evidenceDocument(content)],
  ['a draft with own words', { ...sample, summary: { text: 'Own words', by: 'Noor' } }],
])('another program accepts a document by the schema, and it comes back the same: %s', (_, document) => {
  const sealed = unsigned(sealable(document, content));
  const json = reportJson(sealed);
  expect([valid(json), validate.errors]).toEqual([true, null]);
  expect(sealedReportSchema.parse(JSON.parse(json))).toEqual(sealed);
});

test.each([
  ['a section that does not exist', { ...sample, sections: ['summary', 'gossip'] }],
  ['a rung of 7', { ...sample, assessment: { ...sample.assessment, answers: { rollback: { rung: 7 } } } }],
  ['a part that is missing', { ...sample, report: { ...sample.report, gaps: undefined } }],
  ['a part that nobody knows', { ...sample, score: 42 }],
  ['a day that is none', { ...sample, issue: { ...sample.issue, on: 3 } }],
])('it refuses %s', (_, broken) => {
  expect(valid(JSON.stringify({ ...unsigned(sealable(sample, content)), document: broken }))).toBe(false);
});

test('it refuses another format', () => {
  expect(valid(JSON.stringify({ ...unsigned(sealable(sample, content)), format: 2 }))).toBe(false);
});

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type * as z from 'zod';
import type { ReportDocument } from '../domain/report-document';
import { realContent } from '../domain/testing';
import { reportDocumentSchema } from '../domain/schema/report-document';
import { emptyDocument, oneVendorDocument, sampleDocument } from './fixtures';
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
  const same: Same<z.output<typeof reportDocumentSchema>, ReportDocument> = true;
  expect(same).toBe(true);
});

test('the published schema is the one of this version', () => {
  expect(readFileSync('public/report.schema.json', 'utf8')).toBe(reportJsonSchema());
});

test.each([
  ['the sample', sample],
  ['nothing answered', emptyDocument(content)],
  ['one vendor', oneVendorDocument(content)],
  ['a draft with own words', { ...sample, summary: { text: 'Own words', by: 'Noor' } }],
])('another program accepts a document by the schema, and it comes back the same: %s', (_, document) => {
  const json = reportJson(document);
  expect([valid(json), validate.errors]).toEqual([true, null]);
  const back = JSON.parse(json) as { document: unknown };
  expect(reportDocumentSchema.parse(back.document)).toEqual(document);
});

test.each([
  ['a section that does not exist', { ...sample, sections: ['summary', 'gossip'] }],
  ['a rung of 7', { ...sample, assessment: { ...sample.assessment, answers: { rollback: { rung: 7 } } } }],
  ['a part that is missing', { ...sample, report: { ...sample.report, gaps: undefined } }],
  ['a part that nobody knows', { ...sample, score: 42 }],
  ['a day that is none', { ...sample, issue: { ...sample.issue, on: 3 } }],
])('it refuses %s', (_, broken) => {
  expect(valid(JSON.stringify({ format: 'rungs-report/1', document: broken }))).toBe(false);
});

test('it refuses another format', () => {
  expect(valid(JSON.stringify({ format: 'rungs-report/2', document: sample }))).toBe(false);
});

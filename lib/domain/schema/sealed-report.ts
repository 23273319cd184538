import * as z from 'zod';
import { reportDocumentSchema } from './report-document';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hexadecimal');
const base64 = z
  .string()
  .max(1_000)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'expected base64');

/** A report as it leaves the house in JSON; `npm run schema` publishes it as JSON Schema. */
export const sealedReportSchema = z.strictObject({
  rungs: z.literal('report', { error: 'expected "report": a report of Rungs in JSON' }),
  format: z.literal(1, { error: 'expected 1, the only format version there is' }),
  edition: z.strictObject({ version: z.string(), hash: z.string() }),
  measure: z.string(),
  template: sha256,
  document: reportDocumentSchema,
  seal: z.strictObject({ hash: sha256, signature: base64.nullable(), key: base64.nullable() }),
});

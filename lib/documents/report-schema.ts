import * as z from 'zod';
import { reportDocumentSchema } from '@/lib/domain/schema/report-document';
import { FORMAT } from './report-json';

/** What `public/report.schema.json` says: the shape of a report in JSON, as JSON Schema of 2020-12. */
export function reportJsonSchema(): string {
  const file = z
    .strictObject({ format: z.literal(FORMAT), document: reportDocumentSchema })
    .meta({ title: 'A report of Rungs' });
  // A rung is checked as a number and then only renamed for the types: what goes in is what the file holds.
  return `${JSON.stringify(z.toJSONSchema(file, { io: 'input', reused: 'ref' }), null, 2)}\n`;
}

import * as z from 'zod';
import { sealedReportSchema } from '@/lib/domain/schema/sealed-report';

/** What `public/report.schema.json` says: the shape of a report in JSON, as JSON Schema of 2020-12. */
export function reportJsonSchema(): string {
  const file = sealedReportSchema.meta({ title: 'A report of Rungs' });
  // A rung is checked as a number and then only renamed for the types: what goes in is what the file holds.
  return `${JSON.stringify(z.toJSONSchema(file, { io: 'input', reused: 'ref' }), null, 2)}\n`;
}

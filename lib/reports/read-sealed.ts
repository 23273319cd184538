import 'server-only';
import { pathText, schemaFaults } from '../content/schema-faults';
import { sealedReportSchema } from '../domain/schema/sealed-report';
import type { SealedReport } from '../domain/sealed-report';
import { done, failed, type Result } from '../errors';

/** A report as JSON, whoever wrote it; the first fault is named with its place. */
export function readSealed(text: string): Result<SealedReport> {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return failed('invalid', 'This is not JSON. Take the report as JSON, and send it as it is.');
  }
  const parsed = sealedReportSchema.safeParse(raw);
  if (parsed.success) return done(parsed.data);
  const [fault] = schemaFaults(parsed.error);
  const at = fault === undefined || fault.path.length === 0 ? 'the file' : pathText(fault.path);
  return failed('invalid', `${at}: ${fault?.message ?? 'cannot be read'}`);
}

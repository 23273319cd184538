import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import type { PartHead } from '@/db/jobs';
import type { JobPart } from '@/db/schema/jobs';
import { loadAssessment } from '../assessments/load-assessment';
import type { BatchInput } from '../domain/round-batch';
import { logBug } from '../log';
import { renderReportPdf } from '../pdf/render';
import type { DocumentContext } from '../reports/live-document';
import { lookOf } from '../reports/look-of';
import { quickDocument } from '../reports/quick-document';

type Made = Pick<JobPart, 'status' | 'check' | 'body' | 'error'>;

// Off the event loop; PDF/UA carries so many tags that a report shrinks to a third.
const deflated = promisify(deflateRaw);

/** The report of a part, ready to be put into an archive, or why there is none. */
export async function teamReport(
  ctx: DocumentContext,
  { assessmentId }: Pick<PartHead, 'assessmentId'>,
  { paper, edition, only }: BatchInput,
): Promise<Made> {
  try {
    const loaded = assessmentId === null ? null : await loadAssessment(ctx, assessmentId);
    if (loaded === null) return failedPart('its assessment was deleted meanwhile');
    await setImmediate();
    const document = await quickDocument(ctx, loaded, only, null, edition);
    await setImmediate();
    const { pdf } = await renderReportPdf(document, loaded.content, lookOf(paper, ctx.now), 'background');
    const body = (await deflated(pdf)).toString('base64');
    return { status: 'done', check: { size: pdf.length, crc: crc32(pdf) }, body, error: null };
  } catch (error) {
    return failedPart(
      `its report could not be set; the log has why under ${logBug(error, 'report of a round')}`,
    );
  }
}

const failedPart = (error: string): Made => ({ status: 'failed', check: null, body: null, error });

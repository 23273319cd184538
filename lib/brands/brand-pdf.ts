import 'server-only';
import * as z from 'zod';
import type { ActorContext } from '../context';
import { examples } from '../demo/examples';
import { buildReport } from '../domain/build-report';
import { plainDocument } from '../domain/report-document';
import { done, failed, type Result } from '../errors';
import { renderBrandPdf } from '../pdf/render';
import { listPhrases } from '../phrases/list-phrases';
import { lookOf } from '../reports/look-of';
import { brandOf, withoutVersion } from './brand-of';
import { PAPERS } from '../domain/vocabulary';

export const brandPdfInput = z.object({
  org: z.string(),
  paper: z.enum(PAPERS).default('a4'),
});

/** Enough to see how findings look. */
const SHOWN_PHRASES = 12;

/** How this organisation's documents look: cover and summary of a public example, then its own phrases as findings. */
export async function brandPdf(
  ctx: ActorContext & { org: { name: string } },
  { paper }: Pick<z.output<typeof brandPdfInput>, 'paper'>,
): Promise<Result<{ pdf: Uint8Array; nameParts: string[] }>> {
  const [example] = examples(ctx.content);
  if (example === undefined) return failed('not-found', 'The content of this installation has no example.');
  const { assessment } = example;
  const [brand, phrases] = await Promise.all([brandOf(ctx, ctx.org.name), listPhrases(ctx)]);
  const report = buildReport(ctx.content, assessment, {
    organisation: brand.name,
    status: { finished: true, by: null, at: assessment.date },
  });
  const document = plainDocument(
    { report, assessment },
    {
      brand: { firm: null, client: withoutVersion(brand) },
      findings: phrases.slice(0, SHOWN_PHRASES).map((phrase) => ({
        ...{ headline: phrase.headline, text: phrase.text, recommendation: phrase.recommendation },
        ...{ capabilities: [], evidence: [] },
      })),
    },
  );
  const pdf = await renderBrandPdf(document, ctx.content, lookOf(paper, ctx.now));
  return done({ pdf, nameParts: [brand.name, 'how documents look'] });
}

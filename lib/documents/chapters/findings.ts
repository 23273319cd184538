import { webAddress } from '@/lib/pdf/glyphs';
import type { Finding } from '@/lib/domain/report-document';
import { anchorOf, type Source } from '../source';
import { bullets, heading, paragraph, paragraphsOf, type Block, type Line } from '../blocks';

/** What somebody found beside the answers, in their own words. */
export function findingsChapter(source: Source): Block[] {
  const { findings } = source.document;
  if (findings.length === 0) return paragraph('No findings were added.');
  return findings.flatMap((finding, index) => findingBlocks(source, finding, index + 1));
}

function findingBlocks({ to, title }: Source, finding: Finding, number: number): Block[] {
  const { headline, text, recommendation, capabilities, evidence } = finding;
  return [
    heading(`${number}. ${headline}`),
    ...paragraphsOf(text).flatMap((each) => paragraph(each)),
    ...(recommendation === '' ? [] : paragraph('Recommendation', 'label')),
    ...paragraphsOf(recommendation).flatMap((each) => paragraph(each, 'quote')),
    ...(capabilities.length === 0
      ? []
      : paragraph([
          { text: 'About ', as: 'quiet' },
          ...capabilities.flatMap((id, index): Line => [
            ...(index === 0 ? [] : [{ text: ', ' }]),
            { text: title(id), to: to(anchorOf(id)) },
          ]),
        ])),
    ...evidenceBlocks(evidence),
  ];
}

/** Pieces of evidence; what is no web address is not made a link. */
export function evidenceBlocks(evidence: Finding['evidence']): Block[] {
  if (evidence.length === 0) return [];
  return [
    ...paragraph('Evidence', 'label'),
    ...bullets(
      evidence.map(({ title, url, note }) => {
        const href = webAddress(url);
        return [
          { text: title, to: href === null ? null : { href } },
          ...(note === undefined ? [] : [{ text: ` · ${note}` }]),
        ];
      }),
    ),
  ];
}

import { bullets, heading, paragraph, richBlocks, type Block, type Line } from '../blocks';
import type { Source } from '../source';

/** What somebody found beside the answers, in their own words. */
export const findingsChapter = (source: Source): Block[] =>
  source.view.findings.flatMap((finding, index) => findingBlocks(source, finding, index + 1));

type Finding = Source['view']['findings'][number];

function findingBlocks({ to }: Source, finding: Finding, number: number): Block[] {
  const { headline, text, recommendation, about, evidence } = finding;
  return [
    heading(`${number}. ${headline}`),
    ...richBlocks(text),
    ...(recommendation.length === 0 ? [] : paragraph('Recommendation', 'label')),
    ...richBlocks(recommendation, 'quote'),
    ...(about.length === 0
      ? []
      : paragraph([
          { text: 'About ', as: 'quiet' },
          ...about.flatMap(({ title, anchor }, index): Line => [
            ...(index === 0 ? [] : [{ text: ', ' }]),
            { text: title, to: to(anchor) },
          ]),
        ])),
    ...(evidence.length === 0 ? [] : paragraph('Evidence', 'label')),
    ...bullets(evidence.map(({ title, href }) => [{ text: title, to: href === null ? null : { href } }])),
  ];
}

import { bullets, heading, paragraph, type Block } from '../blocks';
import type { Source } from '../source';

/** How the levels are read. */
export function methodChapter({ view }: Source): Block[] {
  const { capabilities, several, scope } = view.method;
  const models = several ? 'maturity models' : 'maturity model';
  const apart = several
    ? ', and no level is converted into another’s: each model is read from the answers by itself'
    : '';
  const label = several ? '; a level carries its name or an L' : '';
  return [
    ...paragraph(
      `This report rests on ${capabilities}. Each is a ladder of five rungs, from 0, absent, to 4, governed, and the team said on which rung it stands for most use cases in production. ${scope}`,
    ),
    ...paragraph([
      {
        text: `Each statement of the ${models} is tied to a rung, so that one answer is read by every statement that it decides. What a level’s statements together ask of a capability is one requirement. `,
      },
      {
        text: 'A level is reached when none of its requirements, and none of a lower level, is missing.',
        as: 'strong',
      },
      { text: ` Nothing is averaged${apart}. A bare digit is always a rung${label}.` },
    ]),
    ...paragraph(
      'What is not known counts neither as yes nor as no: it widens a result to a range, from what is certain to what is reached if the open answers are good. What does not apply is left out, and said. A person may state that a single statement holds or does not; this is marked “stated”. Advice is shown and counts towards no level. Climbs are rungs to go up; days are person-days by judgement, typically right within half and double.',
    ),
  ];
}

/** The vendors' texts, with their licences. */
export function sourcesChapter({ view }: Source): Block[] {
  return view.method.sources.flatMap(({ mark, name, edition, notice, texts }) => [
    heading(`${mark} ${name}`),
    ...paragraph(`Text of ${edition}. ${notice}`),
    ...bullets(
      texts.map(({ title, href, licence }) => [
        { text: title, to: { href } },
        { text: `. Licence: ${licence}.` },
      ]),
    ),
  ]);
}

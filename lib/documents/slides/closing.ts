import type pptxgen from 'pptxgenjs';
import { editionWords } from '@/lib/domain/edition-name';
import { backedLevels, besideBacked } from '@/lib/domain/evidence-words';
import { plural } from '@/lib/domain/labels';
import { plainText } from '../blocks';
import { HAIR, SOFT } from '../colours';
import {
  ACCENT,
  CONTENT,
  LEFT,
  linesIn,
  newSlide,
  putLabel,
  putParagraphs,
  putTable,
  putText,
  type Slide,
} from '../slide-kit';
import { fittedList } from '../slide-text';
import type { Source } from '../source';
import { whole } from './roadmap';

type Finding = Source['view']['findings'][number];

/** Two findings on a slide, in their own words as far as these have room; the notes have all of them. */
export function findingSlides(deck: pptxgen, { view }: Source): void {
  const { findings } = view;
  const count = Math.ceil(findings.length / 2);
  for (let index = 0; index < count; index += 1) {
    const part = count === 1 ? '' : ` (${index + 1} of ${count})`;
    const own = findings.slice(index * 2, index * 2 + 2);
    const slide = newSlide(
      deck,
      `Findings${part}`,
      own.flatMap(({ headline, text, recommendation, about, evidence }) => [
        headline,
        ...plainText(text),
        ...plainText(recommendation).map((each) => `Recommendation: ${each}`),
        ...about.map(({ title }) => `About: ${title}`),
        ...evidence.map(({ title, href }) => `Evidence: ${[title, href ?? ''].join(' ').trim()}`),
      ]),
    );
    const gap = 0.6;
    const width = own.length === 1 ? CONTENT.w : (CONTENT.w - gap) / 2;
    for (const [place, finding] of own.entries())
      putFinding(slide, finding, { number: index * 2 + place + 1, x: LEFT + place * (width + gap), width });
  }
}

function putFinding(
  slide: Slide,
  { headline, text, recommendation }: Finding,
  { number, x, width }: { number: number; x: number; width: number },
): void {
  slide.addShape('line', { x, y: 1.62, w: width, h: 0, line: { color: ACCENT, width: 1.5 } });
  putText(slide, `${number}. ${headline}`, { x, y: 1.75, w: width, h: 0.85 }, { size: 18, bold: true });
  putText(slide, plainText(text).join(' '), { x, y: 2.75, w: width, h: 1.95 }, { size: 14 });
  if (recommendation.length === 0) return;
  putLabel(slide, 'Recommendation', x, 4.85, width);
  putText(slide, plainText(recommendation).join(' '), { x, y: 5.2, w: width, h: 1.5 }, { size: 14 });
}

/** What is to be decided, and done first. */
export function nextSlide(deck: pptxgen, { view, roadmap, document }: Source): void {
  const { first } = view.summary;
  const decisions = decisionsOf({ roadmap, document });
  const slide = newSlide(deck, 'What to decide, and what to do first', [
    ...decisions,
    ...first.map(({ title, change, action, days }) => `${title} ${change}: ${action} ${days} person-days`),
  ]);
  const left = { x: LEFT, w: 4.7 };
  putLabel(slide, 'To decide', left.x, 1.55, left.w);
  // The space between them takes the room of a few lines.
  const lines = linesIn(4.7, 14) - Math.ceil(Math.min(8, decisions.length) / 2);
  const room = { width: left.w, size: 14, lines };
  const { shown, more } = fittedList(decisions, { ...room, each: 3 });
  const rest = more === 0 ? [] : [`And ${more} more, in the notes.`];
  putParagraphs(slide, [...shown, ...rest], { ...left, y: 1.98, h: 4.7 }, room.size);
  slide.addShape('line', { x: 5.7, y: 1.6, w: 0, h: 5, line: { color: HAIR, width: 0.75 } });
  const right = { x: 6.05, y: 1.9, w: CONTENT.w - 5.4, h: 4.75 };
  putLabel(slide, 'To do first', right.x, 1.55, right.w);
  if (first.length === 0)
    putText(
      slide,
      'No step is waiting that could start today.',
      { ...right, y: 2 },
      { size: 14, color: SOFT },
    );
  else
    putTable(slide, {
      columns: [
        { head: 'Step', w: 2.3, bold: true, lines: 3 },
        { head: '', w: 4.2, lines: 3 },
        { head: 'Days', w: 0.7, align: 'right' },
      ],
      rows: first
        .slice(0, 6)
        .map(({ title, change, action, days }) => [`${title} ${whole(change)}`, action, days]),
      box: right,
      size: 11,
    });
}

/** Whether to follow the plan, whom to hire, what to find out, what to do about the findings. */
function decisionsOf({ roadmap, document }: Pick<Source, 'roadmap' | 'document'>): string[] {
  const { notKnown } = document.report.trust;
  return [
    ...(roadmap === null || document.plan === null
      ? ['Who is there for the climb, and so the plan: none is chosen yet.']
      : [`Whether to follow the plan “${document.plan.name}”: ${document.plan.roadmap.days} person-days.`]),
    ...(roadmap?.notDone.hiring ?? []).map(
      ({ role }) => `Whether to hire or to train: nobody is there as ${role}.`,
    ),
    ...document.findings.map(({ headline }) => `What to do about: ${headline}`),
    ...(notKnown.length === 0
      ? []
      : [`Who finds out what is not known: ${notKnown.map(({ title }) => title).join(', ')}.`]),
  ];
}

export function trustSlide(deck: pptxgen, { view, document, format }: Source): void {
  const { counts, evidence, notKnown } = document.report.trust;
  const { report, issue } = document;
  const stands = backedLevels(report);
  const slide = newSlide(deck, 'How far to trust this', [
    ...view.summary.trust,
    ...view.check.facts.map(({ name, value }) => `${name}: ${value}`),
    ...notKnown.map(({ title, answered }) => `${title}: ${answered ? 'don’t know' : 'not answered'}`),
  ]);
  const facts: [string, string][] = [
    ['Answers known', `${counts.rated} of ${counts.inScope}`],
    [
      'Evidence shown',
      `${evidence.backed} of ${evidence.of} answers on rung 1 or higher${besideBacked(evidence)}`,
    ],
    ...(stands === null ? [] : [['Levels', stands] satisfies [string, string]]),
    ['Not applicable', counts.notApplicable === 0 ? 'nothing' : plural(counts.notApplicable, 'answer')],
    ['Not known', notKnown.map(({ title }) => title).join(', ') || 'nothing'],
    ['Scope', view.method.scope],
    ['Assessed', format.date(report.date)],
    ['Content edition', editionWords(report.edition.version)],
    ['Issue', `${issue.status} ${issue.number}, ${format.date(issue.on)}`],
  ];
  putTable(slide, {
    columns: [
      { head: 'What', w: 2.2, bold: true },
      { head: 'Figure', w: 9.8 },
    ],
    rows: facts.map(([name, value]) => [name, value]),
    box: { ...CONTENT, h: 4.2 },
    size: 14,
  });
  putText(
    slide,
    'A level is reached when none of its requirements is missing; nothing is averaged. What is not known widens a result to a range. Effort is judgement, typically right within half and double.',
    { ...CONTENT, y: 5.95, h: 0.75 },
    { size: 13, color: SOFT },
  );
}

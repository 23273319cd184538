import { list, plural } from '@/lib/domain/labels';
import type { Issue } from '@/lib/domain/report-document';
import { bullets, col, heading, paragraph, plain, row, strong, table, type Block } from '../blocks';
import { issueText, vendorText, type Source } from '../source';

/** How much of it is known and shown, and what is not known. */
export function trustChapter({ view, document, to }: Source): Block[] {
  const { notKnown } = document.report.trust;
  return [
    ...paragraph(view.summary.trust.join(' ')),
    ...(notKnown.length === 0 ? [] : [heading('Not known')]),
    ...table(
      'What is not known',
      [col('Capability', 9), col('Answer', 5)],
      notKnown.map(({ capability, title, answered }) =>
        row([strong(title, to(`capability-${capability}`))], answered ? 'don’t know' : 'not answered'),
      ),
    ),
  ];
}

/** The levels of the finished assessments of this team. */
export function historyChapter({ document, format }: Source): Block[] {
  const { history } = document;
  if (history.length === 0) return paragraph('There is no earlier finished assessment of this team.');
  const models = document.report.questionnaires;
  return [
    ...paragraph(
      'The level of each finished assessment, and how much of the level above it was met. Assessments that were read by another measure are not on one scale.',
    ),
    ...table(
      'Finished assessments and their levels',
      [col('Assessment', 5), col('Date', 5), ...models.map((model) => col(vendorText(model), 5))],
      history.map(({ title, date, breaks, models: levels }) =>
        row(
          [[strong(title)], ...(breaks ? [plain('read by another measure')] : [])],
          format.date(date),
          ...models.map((model) => {
            const found = levels.find((each) => each.model === model);
            return found === undefined ? '–' : [plain(found.level), plain(`${found.met} of ${found.of}`)];
          }),
        ),
      ),
    ),
  ];
}

/** How to check the figures, what is different from the final before, and who gets it. */
export function checkChapter(source: Source): Block[] {
  const { view, document } = source;
  const { distribution, issue } = document;
  return [
    ...paragraph([
      {
        text: 'The same answers on the same content always give the same figures. The hash of the edition covers all content; that of the measure covers what can move a figure: capabilities, rungs, levels and the ties between them. To check it, score the assessment file on this edition with the command ',
      },
      { text: 'npm run rungs -- score', as: 'code' },
      {
        text: '. It must show the levels and counts of this report. What is finished is frozen, answers, score and report alike; its hash changes with any of them.',
      },
    ]),
    {
      kind: 'facts',
      title: 'Versions and hashes',
      facts: view.check.facts.map(({ name, value }) => ({ name, lines: [value] })),
    },
    ...(issue.changes.length === 0 ? [] : [heading('Changes'), ...bullets(issue.changes.map(plain))]),
    ...issues(source),
    ...(distribution.length === 0
      ? []
      : [heading('Distribution'), ...paragraph(`This report goes to ${list(distribution)}.`)]),
  ];
}

function issues({ document, format }: Source): Block[] {
  const { issue, earlier } = document;
  if (earlier.length === 0) return [];
  const rowOf = (label: string, each: Issue) =>
    row([strong(label)], format.date(each.on), each.changes.map(plain));
  return [
    heading('Issues'),
    ...paragraph(`${plural(earlier.length, 'final')} came before this one.`),
    ...table(
      'Issues of this report',
      [col('Issue', 4), col('Date', 5), col('What changed', 12)],
      [
        rowOf(issueText(document), issue),
        ...earlier.map((each) =>
          rowOf(`${each.status === 'final' ? 'Final' : 'Draft'} ${each.number}`, each),
        ),
      ],
    ),
  ];
}

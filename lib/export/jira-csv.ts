import { csvText, type CsvOptions } from './csv';
import type { Part } from './item-parts';
import { planEpics, type PlanEpic, type PlanItem, type PlanToExport } from './plan-items';

const HEADS = [
  ...['Issue ID', 'Issue Type', 'Summary', 'Description', 'Priority', 'Labels', 'Parent'],
  ...['Start Date', 'Due Date', 'Assignee'],
];

/**
 * For the importer of Jira Cloud: an epic for each domain, then a task for each step. Issue IDs only tie the lines of one file together;
 * what is recognised later is the key, which is a label too. Dates are `yyyy-MM-dd`, which the importer asks for.
 */
export function jiraCsv(plan: PlanToExport, options: CsvOptions = {}): string {
  const epics = planEpics(plan).map((epic, index) => ({ epic, id: index + 1 }));
  const items = epics.flatMap(({ epic, id }) => epic.items.map((item) => ({ item, parent: id })));
  return csvText(
    HEADS,
    [
      ...epics.map(({ epic, id }) => rowOf(epic, { id, type: 'Epic', priority: 'Medium' })),
      ...items.map(({ item, parent }, index) =>
        rowOf(item, {
          ...{ id: epics.length + index + 1, type: 'Task', priority: item.priority, parent },
          ...{ owner: item.owner },
        }),
      ),
    ],
    options,
  );
}

type Line = {
  id: number;
  type: 'Epic' | 'Task';
  priority: PlanItem['priority'];
  parent?: number;
  owner?: PlanItem['owner'];
};

function rowOf(
  { key, title, labels, parts, startsOn, dueOn }: PlanEpic | PlanItem,
  { id, type, priority, parent, owner = null }: Line,
): (string | number)[] {
  // An assignee is found by the address alone; a name without one is left to the reader.
  const unknown = owner === null || owner.email !== null ? [] : [{ heading: 'Owner', text: owner.name }];
  const description = [...parts, ...unknown].map(wikiPart).join('\n\n');
  return [
    ...[id, type, title, description, priority, [...labels, key].join(' ')],
    ...[parent ?? '', startsOn, dueOn, owner?.email ?? ''],
  ];
}

const wikiPart = (part: Part): string =>
  'text' in part
    ? `*${part.heading}*\n${wiki(part.text)}`
    : [`*${part.heading}*`, ...part.points.map((point) => `* ${wiki(point)}`)].join('\n');

/** Jira reads descriptions as its markup: macros, links, mentions and pictures of a person's text stay text. */
const wiki = (text: string): string => text.replaceAll(/[\\{}[\]!|]/g, String.raw`\$&`);

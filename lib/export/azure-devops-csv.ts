import { csvText, type CsvOptions } from './csv';
import { htmlOf } from './html';
import { planEpics, type PlanEpic, type PlanItem, type PlanToExport } from './plan-items';

const HEADS = [...['Work Item Type', 'Title 1', 'Title 2', 'Description', 'Priority', 'Tags', 'Assigned To']];

/**
 * For Azure Boards: an epic for each domain with its tasks below it, told by the column of the title. There is no ID, so that all are made
 * anew, and no date, as not every process has the same fields for it; the description says when. A plan has far fewer than the 1,000 items
 * that a file may have.
 */
export function azureDevopsCsv(plan: PlanToExport, options: CsvOptions = {}): string {
  const rows = planEpics(plan).flatMap((epic) => [
    ['Epic', epic.title, '', ...rest(epic)],
    ...epic.items.map((item) => ['Task', '', item.title, ...rest(item)]),
  ]);
  return csvText(HEADS, rows, options);
}

function rest(line: PlanEpic | PlanItem): string[] {
  const { key, labels, parts } = line;
  const [owner, priority] = 'items' in line ? [null, 'Medium'] : [line.owner, line.priority];
  const unknown = owner === null || owner.email !== null ? [] : [{ heading: 'Owner', text: owner.name }];
  return [
    htmlOf([...parts, ...unknown]),
    priority === 'High' ? '1' : '2',
    [...labels, key].join('; '),
    identityOf(owner),
  ];
}

/** `Name <mail>`: an unknown person refuses the whole line, so that nobody is named without an address. */
function identityOf(owner: PlanItem['owner']): string {
  if (owner === null || owner.email === null) return '';
  return `${owner.name.replaceAll(/[<>]/g, '').trim()} <${owner.email}>`;
}

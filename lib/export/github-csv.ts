import { quarterText } from '../domain/labels';
import { quarterOf } from '../domain/counted';
import { csvText, type CsvOptions } from './csv';
import { issueOf } from './github-issues';
import { planItems, type PlanToExport } from './plan-items';

/** The same issues in the four columns that github-csv-tools reads; the milestone is the quarter in which a step is due. */
export const githubCsv = (plan: PlanToExport, options: CsvOptions = {}): string =>
  csvText(
    ['title', 'description', 'labels', 'milestone'],
    planItems(plan).map((item) => {
      const { title, body, labels } = issueOf(item);
      return [title, body, labels.join(','), quarterText(quarterOf(item.dueOn))];
    }),
    options,
  );

import { bullets, col, heading, paragraph, plain, quiet, row, strong, table, type Block } from '../blocks';
import type { RoadmapView } from './roadmap';

/** What holds a plan up: hires to make, steps that are late, longer or left out. */
export function notDone({ notDone: { hiring, leftOut, late, stretched } }: RoadmapView): Block[] {
  if (hiring.length + leftOut.length + late.length + stretched.length === 0) return [];
  return [
    heading('What holds the plan up'),
    ...table(
      'Roles that nobody has',
      [col('Nobody is there as', 5), col('What waits', 7), col('Without', 5), col('With one person', 6)],
      hiring.map(({ role, waiting, without, withOne, end }) =>
        row([strong(role)], waiting, without, [plain(withOne), ...(end === '' ? [] : [[quiet(end)]])]),
      ),
    ),
    ...table(
      'Steps that end past the horizon',
      [col('Past the horizon', 8), col('Done', 4), col('Waits for', 10)],
      late.map(({ step, done, waitsFor }) => row([strong(step)], done, waitsFor)),
    ),
    ...table(
      'Steps that take longer for want of people',
      [col('Takes longer', 8), col('Weeks', 6), col('For want of', 8)],
      stretched.map(({ step, weeks, role }) => row([strong(step)], weeks, role)),
    ),
    ...(leftOut.length === 0 ? [] : paragraph('Not in the plan', 'label')),
    ...bullets(
      leftOut.map(({ reason, steps, waiting }) => [
        strong(steps),
        { text: `: ${reason}${waiting === '' ? '' : `; ${waiting} wait for it`}.` },
      ]),
    ),
  ];
}

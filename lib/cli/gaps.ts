import { buildReport } from '../domain/build-report';
import { plural, range, standingText } from '../domain/labels';
import { NO_PLAN_YET } from '../domain/roadmap-words';
import { oneFile, readAssessment } from './arguments';

/** `rungs gaps FILE [--json] [--only MODEL]` */
export function gaps(args: string[]): void {
  const { file, values } = oneFile('gaps', args, { json: { type: 'boolean' }, only: { type: 'string' } });
  const { content, assessment } = readAssessment(file, values.only);
  const report = buildReport(content, assessment, {
    organisation: null,
    status: { finished: false, by: null, at: null },
  });
  const { gaps: found, noAction, exclusions, statedAgainst, reached, steps, answerFirst } = report;
  if (values.json === true) {
    console.log(
      JSON.stringify(
        { gaps: found, noAction, exclusions, statedAgainst, reached, steps, answerFirst },
        null,
        2,
      ),
    );
    return;
  }
  if (report.tooLittleKnown) {
    console.log(`${NO_PLAN_YET} Answer these first:`);
    for (const { title } of answerFirst) console.log(`  ${title}`);
    console.log('');
  }
  console.log(`${plural(found.length, 'gap')}; with all of them closed: ${reached.join(', ')}\n`);
  for (const gap of found) {
    const blocks = gap.blocks.map(({ label, isNext }) => (isNext ? `${label} (next)` : label)).join(', ');
    console.log(
      `${gap.title}: ${standingText(gap.standing)}, needs ${gap.required}; ${range(gap.days.fewest, gap.days.most)} days; ${blocks}`,
    );
  }
  if (steps.length > 0) console.log('\nIn this order:');
  for (const [index, step] of steps.entries()) {
    console.log(`${String(index + 1).padStart(3)}  ${step.title} ${step.from} → ${step.to}: ${step.action}`);
  }
}

import { BrokenContent, contentFolder, loadContent, named, printFault } from '../content/load';
import { effortProblems, effortTotals, SIZES, type Effort } from '../domain/content-effort';
import { editionWords } from '../domain/edition-name';
import { lintContent, wordCount, WORDS } from '../domain/content-lint';
import { parseOptions } from './arguments';
import { BadInput } from './bad-input';
import { checkExamples } from './check-examples';

/** `rungs check [--effort]`: reads all content and the examples and prints every fault with file and line, or what there is. */
export function check(args: string[]): void {
  const { effort: table } = parseOptions('check', args, { effort: { type: 'boolean' } });
  const loaded = loadContent(contentFolder());
  if (!loaded.ok) throw new BrokenContent(loaded.faults);
  const { locate } = loaded;
  const content = named(loaded.content);
  const effort = effortTotals(content);
  if (table === true) console.log(effortTable(effort));
  const problems = [...lintContent(content), ...effortProblems(content)];
  const faults = [...problems.map(locate), ...checkExamples(content)];
  if (faults.length > 0) throw new BadInput(faults.map(printFault));
  const words = content.capabilities
    .flatMap(({ question, rungs }) => [question, ...rungs.map(({ text }) => text)])
    .reduce((sum, text) => sum + wordCount(text), 0);
  const criteria = Object.values(content.models).map((model) => `${model.id} ${model.criteria.length}`);
  console.log(
    `${content.capabilities.length} capabilities (${words} of ${WORDS.all} words), criteria ${criteria.join(', ')}`,
  );
  const steps = content.capabilities.flatMap((capability) => capability.steps);
  const equipped = steps.filter(({ tools = {} }) => Object.keys(tools).length > 0).length;
  console.log(`${steps.length} climbs, ${equipped} of them with tools, of ${content.tools.length} tools`);
  console.log(effortLine(effort));
  console.log(
    `edition ${editionWords(content.edition.version)} ${content.edition.hash.slice(0, 12)}, measure ${content.measure.slice(0, 12)}`,
  );
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function effortLine({ capabilities, roles, days }: Effort): string {
  const sizes = Object.entries(SIZES).map(
    ([size, [least, most]]) =>
      `${capabilities.filter((row) => row.size === size).length} ${size} (${least}–${most})`,
  );
  const [busiest] = roles.toSorted((a, b) => b.days - a.days);
  const most = busiest === undefined ? '' : `; most by ${busiest.id}, ${percent(busiest.share)}`;
  return `effort ${days} person-days: ${sizes.join(', ')}${most}`;
}

function effortTable({ capabilities, roles, days }: Effort): string {
  const row = (name: string, cells: (string | number)[]) =>
    name.padEnd(26) + cells.map((cell) => String(cell).padStart(7)).join('');
  return [
    row('person-days', ['size', '→ 1', '→ 2', '→ 3', '→ 4', 'all', 'weeks']),
    ...capabilities.map(({ id, size, climbs, days: all, weeks }) =>
      row(id, [size ?? '?', ...climbs, all, weeks]),
    ),
    '',
    row('role', ['days', 'share']),
    ...roles.map(({ id, days: own, share }) => row(id, [own, percent(share)])),
    row('all', [days, percent(1)]),
    '',
  ].join('\n');
}

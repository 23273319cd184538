import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { compareResults } from '../bench/compare';
import { engineSettings, stopEngines } from '../bench/engines';
import { verdictOf } from '../bench/figure';
import { GROUPS, type BenchOptions, type Group } from '../bench/groups';
import { machineText, otherWork } from '../bench/machine';
import { withTables } from '../bench/performance-doc';
import { parseResult, storedFigure, withGroups, type BenchResult, type Measured } from '../bench/result';
import { changesText, textTable } from '../bench/table';
import { dayOf } from '../domain/calendar';
import { build } from './build';
import { script, Stop } from './run';

/**
 * `npm run bench [GROUP…]`: measures, prints what came out against its bounds and against what is stored, and ends with 1 where a bound is
 * not held. `-- --store` keeps the result and writes it into docs/performance.md, `-- --short` only tries the measures out.
 */
const OUT = 'out/bench.json';
const STORED = 'docs/bench.json';
const DOC = 'docs/performance.md';

await script(async () => {
  const { groups, store, doc, ...options } = asked();
  const before = existsSync(STORED) ? parseResult(readFileSync(STORED, 'utf8')) : null;
  if (doc) {
    if (before === null) throw new Stop(`${STORED} is not there; npm run bench -- --store writes it`);
    await writeDoc(before);
    return;
  }
  const result = await measure(groups, options);
  mkdirSync('out', { recursive: true });
  writeFileSync(OUT, jsonText(result));
  console.log(`\n${textTable(result)}\n`);
  if (before !== null && !options.short)
    console.log(`Against ${STORED}:\n${changesText(compareResults(before, result))}\n`);
  console.log(OUT);
  if (store) {
    const all = withGroups(before, result);
    writeFileSync(STORED, jsonText(all));
    await writeDoc(all);
  }
  const missed = Object.values(result.groups).flatMap(({ figures }) =>
    figures.filter((figure) => verdictOf(figure) === 'NOT HELD'),
  );
  if (missed.length > 0) throw new Stop(`not held: ${missed.map(({ name }) => name).join('; ')}`);
});

async function measure(groups: readonly Group[], options: BenchOptions): Promise<BenchResult> {
  if (groups.some(({ built }) => built)) await build();
  const measured: Record<string, Measured> = {};
  try {
    for (const { name, measures, run } of groups) {
      const before = await otherWork();
      console.log(`measuring ${name} …`);
      const figures = (await run(options)).map(storedFigure);
      const after = await otherWork();
      measured[name] = {
        measures,
        ...{ date: dayOf(new Date()), commit: commitWords(), node: process.version, machine: machineText() },
        otherWork: before === null || after === null ? null : Math.max(before, after),
        figures,
      };
    }
  } finally {
    await stopEngines();
  }
  return { engines: engineSettings(), groups: measured };
}

/** The commit that is measured, and whether files differ from it. */
function commitWords(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--untracked-files=no').split('\n').filter(Boolean);
  const others = changed.filter((line) => !line.endsWith(STORED) && !line.endsWith(DOC));
  return `${git('rev-parse', '--short=12', 'HEAD')}${others.length === 0 ? '' : ' and changes'}`;
}

function jsonText(result: BenchResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

async function writeDoc(result: BenchResult): Promise<void> {
  const text = withTables(readFileSync(DOC, 'utf8'), result);
  writeFileSync(DOC, await format(text, { ...(await resolveConfig(DOC)), filepath: DOC }));
  console.log(DOC);
}

type Asked = BenchOptions & { groups: readonly Group[]; store: boolean; doc: boolean };

function asked(): Asked {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parsed(() =>
    parseArgs({
      allowPositionals: true,
      options: { store: flag, doc: flag, short: flag, psplib: { type: 'string' } },
    }),
  );
  const { store, doc, short, psplib } = values;
  if (store && short) throw new Stop('--short measures nothing worth keeping; leave --store or --short out');
  const unknown = positionals.filter((each) => GROUPS.every(({ name }) => name !== each));
  if (unknown.length > 0)
    throw new Stop(
      `there is no group ${unknown.join(', ')}; choose among\n${GROUPS.map(({ name, measures }) => `  ${name.padEnd(12)}${measures}`).join('\n')}`,
    );
  const wanted = positionals.length === 0 && psplib !== undefined ? ['psplib'] : positionals;
  const groups = GROUPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  return { groups, store, doc, short, psplib };
}

function parsed<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error));
  }
}

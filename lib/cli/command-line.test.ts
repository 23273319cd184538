import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import * as z from 'zod';
import { effortTotals } from '@/lib/domain/content-effort';
import { LIMITS } from '@/lib/domain/limits';
import { realContent } from '@/lib/domain/testing';
import { MODEL_IDS, PHASES, PILLARS, SIDES } from '@/lib/domain/vocabulary';
import { readPdf } from '@/lib/pdf/read-pdf';

/** Every process takes about a second, so a test looks at all that one run tells. */

const MAIN = ['--conditions=react-server', '--import', 'tsx', 'lib/cli/main.ts'];
// Jest's own options are not the command's.
const env = { ...process.env, NODE_OPTIONS: '' };
const folder = mkdtempSync(path.join(tmpdir(), 'rungs-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function rungs(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...MAIN, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** What a command prints as JSON when it ends well and says nothing beside it. */
function json(...args: string[]): unknown {
  const { status, stdout, stderr } = rungs(...args);
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

function written(name: string, bytes: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const EXAMPLES = readdirSync('content/examples').map((name) => `content/examples/${name}`);
const EXAMPLE = 'content/examples/bugbug.yaml';
const asJson = () => written('bugbug.json', JSON.stringify(parse(readFileSync(EXAMPLE, 'utf8'))));

const share = z.number().min(0).max(1);
const pair = z.strictObject({ certain: share, best: share }).nullable();
const byEach = (keys: readonly string[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, pair])));
const levelId = z.string().nullable();
const requirements = z.array(z.string().regex(/^[a-z-]+:[1-4](\|[a-z-]+:[1-4])*$/));
const model = z.strictObject({
  level: z.strictObject({ certain: levelId, best: levelId, floor: levelId, backed: levelId }),
  progress: z.strictObject({ certain: share, best: share }),
  next: z
    .strictObject({
      level: z.string(),
      met: requirements,
      unmet: requirements,
      open: requirements,
      excluded: requirements,
      criteria: z.record(z.string(), z.array(z.string()).min(1)),
    })
    .nullable(),
});
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const content = realContent();
const summary = <Models extends z.ZodType>(models: Models) =>
  z.strictObject({
    edition: sha256,
    measure: sha256,
    models,
    domains: byEach(content.lifecycle.domains.map(({ id }) => id)),
    pillars: byEach(PILLARS),
    phases: byEach(PHASES),
    sides: byEach(SIDES),
    overall: pair,
    beyond: pair,
    completeness: share.nullable(),
    unknown: z.int().min(0),
    evidence: share.nullable(),
  });

const everyModel = summary(z.strictObject({ aws: model, microsoft: model, google: model }));

/** The example's score, printed once for the tests that look at it. */
let printedScore: z.output<typeof everyModel> | undefined;
const scored = () => (printedScore ??= everyModel.parse(json('score', EXAMPLE, '--json')));

test('score --json is one object of exactly the documented keys, of the edition and measure it was scored with', () => {
  const printed = scored();
  expect([printed.edition, printed.measure]).toEqual([content.edition.hash, content.measure]);
  for (const { next } of Object.values(printed.models)) {
    if (next === null) continue;
    const listed = [...next.met, ...next.unmet, ...next.open, ...next.excluded];
    expect(Object.keys(next.criteria).toSorted()).toEqual(listed.toSorted());
  }
});

test('a JSON file is read as the YAML file is, and one questionnaire alone gives its levels and no other model', () => {
  const alone = summary(z.strictObject({ aws: model }).partial());
  // The domains that AWS asks nothing of are not there.
  const { models } = alone
    .extend({ domains: z.record(z.string(), pair) })
    .parse(json('score', asJson(), '--json', '--only', 'aws'));
  expect(models).toEqual({ aws: scored().models.aws });
});

test('every example but those scored above is scored in words, all three models of it', () => {
  const others = EXAMPLES.filter((file) => file !== EXAMPLE);
  expect(others.length).toBeGreaterThanOrEqual(4);
  for (const file of others) {
    const { status, stdout, stderr } = rungs('score', file);
    expect([file, status, stderr]).toEqual([file, 0, '']);
    for (const name of ['AWS', 'Microsoft', 'Google'])
      expect(stdout).toMatch(new RegExp(`^. ${name}: (below )?[A-Z]`, 'm'));
    expect(stdout).not.toMatch(/undefined|NaN|null|\[object/);
  }
});

test('gaps --json is one object: the gaps, what they reach and the steps, of one questionnaire when so asked', () => {
  const gap = z.looseObject({
    capability: z.string(),
    required: z.int().min(1).max(4),
    blocks: z.array(z.looseObject({ label: z.string().startsWith('Google ') })),
  });
  const printed = z
    .strictObject({
      gaps: z.array(gap).min(1),
      noAction: z.array(z.unknown()),
      exclusions: z.array(z.unknown()),
      statedAgainst: z.array(z.unknown()),
      reached: z.array(z.string().startsWith('Google ')).length(1),
      steps: z.array(z.looseObject({ title: z.string(), action: z.string() })).min(1),
      answerFirst: z.array(z.unknown()),
    })
    .parse(json('gaps', EXAMPLE, '--json', '--only', 'google'));
  const known = content.capabilities.map(({ id }) => id);
  expect(known).toEqual(expect.arrayContaining(printed.gaps.map(({ capability }) => capability)));
});

const ROSTER = `start: 2027-01-04
share: 40
roles:
  data scientist: 3
  MLOps engineer: 1
  data-engineer: 1.5
  software-engineer: { people: 1, share: 60 }
  platform-engineer: 1
  security-engineer: { coveredBy: platform-engineer }
platform: google-cloud
`;

test('roadmap --json is one object of weeks, levels, hires and stretched steps; in words it names them', () => {
  const roster = written('roster.yaml', ROSTER);
  const week = z.int().min(0);
  const printed = z
    .strictObject({
      monday: z.literal('2027-01-04'),
      steps: z
        .array(
          z.strictObject({
            capability: z.string(),
            from: z.int().min(0).max(3),
            to: z.int().min(1).max(4),
            startWeek: week,
            endWeek: z.int().min(1),
            demand: z.record(z.string(), z.int().min(1)),
            for: z.array(z.string()).min(1),
          }),
        )
        .min(1),
      levels: z.partialRecord(
        z.enum(MODEL_IDS),
        z.array(z.strictObject({ level: z.string(), week: week.nullable(), heldBy: z.array(z.string()) })),
      ),
      makespan: z.int().min(1),
      lowerBound: z.int().min(1),
      hiring: z.array(z.looseObject({ role: z.literal('database-administrator') })).length(1),
      stretched: z.array(z.looseObject({ step: z.string(), role: z.string() })).min(1),
      leftOut: z.array(z.looseObject({ id: z.string(), reason: z.looseObject({ kind: z.string() }) })).min(1),
      late: z.array(z.unknown()),
      answerFirst: z.null(),
    })
    .parse(json('roadmap', EXAMPLE, '--roster', roster, '--json'));
  expect(printed.lowerBound).toBeLessThanOrEqual(printed.makespan);
  const { status, stdout } = rungs('roadmap', EXAMPLE, '--roster', roster);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^\d+ steps, [\d.]+ person-days, from 2027-01-04 to 20\d\d-/);
  expect(stdout).toContain('nobody is there as Database administrator');
  expect(stdout).not.toMatch(/undefined|NaN|null|\[object/);
});

test('roadmap -o writes the plan as a PDF, and one questionnaire alone names no other vendor’s level in it', async () => {
  const output = path.join(folder, 'roadmap.pdf');
  const roster = written('roster.yaml', ROSTER);
  const args = ['roadmap', EXAMPLE, '--roster', roster, '-o', output, '--only', 'aws'];
  expect(rungs(...args, '--client', 'Harbour Bank', '--name', 'One team')).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
  const read = await readPdf(readFileSync(output));
  expect(read.title).toMatch(/^MLOps roadmap: .*bugbug.*, One team$/);
  expect(read.author).toBe('Harbour Bank');
  expect(read.text).toContain('AWS Initial');
  expect(read.text).not.toMatch(/Microsoft L\d|Google L\d/);
});

test('report writes a PDF, and one questionnaire alone names no other vendor in it', async () => {
  const output = path.join(folder, 'report.pdf');
  expect(rungs('report', EXAMPLE, '-o', output, '--only', 'aws')).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
  const pdf = readFileSync(output);
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
  const read = await readPdf(pdf);
  expect(read.text).toContain('bugbug');
  expect(read.text).toContain('AWS');
  expect(read.text).not.toMatch(/Microsoft|Azure|Google|Vertex/i);
});

test('report writes slides, Markdown and JSON by the ending of the file, with the plan of a roster', () => {
  const roster = written('roster.yaml', ROSTER);
  for (const ending of ['pptx', 'md', 'json']) {
    const output = path.join(folder, `report.${ending}`);
    expect(rungs('report', EXAMPLE, '-o', output, '--client', 'Harbour Bank', '--roster', roster)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    const begins = { md: '# MLOps maturity report', json: '{\n  "rungs": "report"' }[ending] ?? 'PK';
    expect(readFileSync(output, 'utf8').startsWith(begins)).toBe(true);
  }
  expect(readFileSync(path.join(folder, 'report.md'), 'utf8')).toContain('## Roadmap');
});

test('questionnaire writes a blank one, and in the order of one vendor it names no other', async () => {
  const output = path.join(folder, 'questionnaire.pdf');
  expect(rungs('questionnaire', '-o', output, '--only', 'google', '--client', 'Harbour Bank')).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
  const read = await readPdf(readFileSync(output));
  expect(read.title).toBe('MLOps questionnaire: Google, Harbour Bank');
  expect(read.text).not.toMatch(/Microsoft|AWS/);
  const unknown = rungs('questionnaire', '-o', output, '--only', 'ibm');
  expect([unknown.status, unknown.stderr]).toEqual([2, '--only ibm: expected aws, microsoft or google\n']);
});

test('check finds no fault in the content and the examples, and names the edition', () => {
  const { status, stdout, stderr } = rungs('check');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(new RegExp(`^${content.capabilities.length} capabilities `));
  for (const id of MODEL_IDS) expect(stdout).toContain(`${id} ${content.models[id].criteria.length}`);
  expect(stdout).toContain(content.edition.hash.slice(0, 12));
  expect(stdout).toMatch(
    /^effort \d+(\.5)? person-days: \d+ S \(10–25\), \d+ M \(35–65\), \d+ L \(80–130\); most by /m,
  );
});

test('check --effort prints the person-days of every capability and role before that', () => {
  const { status, stdout, stderr } = rungs('check', '--effort');
  expect([status, stderr]).toEqual([0, '']);
  const totals = effortTotals(content);
  for (const { id, size, climbs, days, weeks } of totals.capabilities)
    expect(stdout).toMatch(new RegExp(`^${[id, size, ...climbs, days, weeks].join(' +')}$`, 'm'));
  for (const { id, days } of totals.roles)
    expect(stdout).toMatch(new RegExp(`^${id} +${days} +\\d+ %$`, 'm'));
  expect(stdout).not.toMatch(/undefined|NaN|null|\?/);
});

describe('simulate', () => {
  const out = path.join(folder, 'simulated.db');
  const size = ['--teams', '3', '--rounds', '2', '--seed', '5'];

  test('writes an organisation that can be signed in to, and never over a file that is there', () => {
    const { status, stdout, stderr } = rungs('simulate', ...size, '--out', out);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/simulated\.db: 3 teams, [3-6] finished assessments, \d drafts?\n/);
    expect(stdout).toMatch(
      /Sign in as owner@simulated\.example, .* with the password “simulated organisation”/,
    );
    const bytes = statSync(out).size;
    const again = rungs('simulate', ...size, '--out', out);
    expect([again.status, again.stderr]).toEqual([
      2,
      `${out}: is there already; name another file, or delete it\n`,
    ]);
    expect(statSync(out).size).toBe(bytes);
  });

  test('lets its teams follow plans where that is asked for', () => {
    const planned = path.join(folder, 'planned.db');
    const { status, stdout, stderr } = rungs('simulate', ...size, '--plans', '--out', planned);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/planned\.db: 3 teams, [3-6] finished assessments, \d drafts?, [123] plans?\n/);
  });

  test.each([
    [
      ['--rounds', '2', '--seed', '5'],
      'rungs simulate: expected a whole number from 1 to 10,000 after --teams',
    ],
    [['--teams', '0', '--rounds', '2', '--seed', '5'], '--teams 0: expected a whole number from 1 to 10,000'],
    [['--teams=-3', '--rounds', '2', '--seed', '5'], '--teams -3: expected a whole number from 1 to 10,000'],
    [
      ['--teams', '1e9', '--rounds', '2', '--seed', '5'],
      '--teams 1e9: expected a whole number from 1 to 10,000',
    ],
    [
      ['--teams', '99999', '--rounds', '2', '--seed', '5'],
      '--teams 99999: expected a whole number from 1 to 10,000',
    ],
    [['--teams', '3', '--rounds', '41', '--seed', '5'], '--rounds 41: expected a whole number from 1 to 40'],
    [
      ['--teams', '3', '--rounds', 'two', '--seed', '5'],
      '--rounds two: expected a whole number from 1 to 40',
    ],
    [
      ['--teams', '3', '--rounds', '2', '--seed', '0.5'],
      '--seed 0.5: expected a whole number from 0 to 2,147,483,648',
    ],
  ])('is refused before anything is written: %p', (args, fault) => {
    const none = path.join(folder, 'none.db');
    const { status, stdout, stderr } = rungs('simulate', ...args, '--out', none);
    expect([status, stdout, stderr]).toEqual([2, '', `${fault}\n`]);
    expect(existsSync(none)).toBe(false);
  });
});

const HEAD = 'rungs: 1\nsubject: Any\ndate: 2026-10-01\n';

describe('bad input ends with exit code 2, one line a fault, and prints nothing else', () => {
  test.each<{ says: string; args: () => string[]; faults: (string | RegExp)[] }>([
    { says: 'a file that is not there', args: () => ['score', 'none.yaml'], faults: [/^none\.yaml: \S/] },
    { says: 'a directory', args: () => ['score', folder], faults: [/: \S/] },
    {
      says: 'no YAML',
      args: () => ['gaps', written('a.yaml', `${HEAD}answers: {\n`)],
      faults: [/a\.yaml:[45]: \S/],
    },
    {
      says: 'capabilities that there are not',
      args: () => [
        'score',
        written('b.yaml', `${HEAD}answers:\n  juggling: { rung: 1 }\n  tumbling: { rung: 2 }\n`),
      ],
      faults: [
        /b\.yaml:5: answers\.juggling: there is no capability juggling$/,
        /b\.yaml:6: answers\.tumbling: there is no capability tumbling$/,
      ],
    },
    {
      says: 'bytes that are not UTF-8',
      args: () => ['score', written('c.yaml', Buffer.from('rungs: 1\nsubject: Z\u00fcrich\n', 'latin1'))],
      faults: [/c\.yaml:1: is not UTF-8 text$/],
    },
    {
      says: 'more bytes than a file may have',
      args: () => ['score', written('d.yaml', HEAD + '#'.repeat(LIMITS.fileBytes))],
      faults: [/d\.yaml:1: has [\d,]+ bytes, at most [\d,]+$/],
    },
    {
      says: 'an unknown option',
      args: () => ['report', EXAMPLE, '--nope'],
      faults: [/^rungs report: .*'--nope'/],
    },
    {
      says: 'a logo that is no picture',
      args: () => ['report', EXAMPLE, '-o', path.join(folder, 'no.pdf'), '--logo', written('l.svg', '<svg')],
      faults: [/l\.svg: The SVG is broken: line 1, /],
    },
    {
      says: 'a logo of another kind',
      args: () => [
        'report',
        EXAMPLE,
        '-o',
        path.join(folder, 'no.pdf'),
        '--logo',
        written('l.png', 'GIF89a'),
      ],
      faults: [/l\.png: A logo is a PNG, a JPEG or an SVG, and this is a GIF\.$/],
    },
    {
      says: 'a report in a format that there is not',
      args: () => ['report', EXAMPLE, '-o', 'report.odt'],
      faults: [/^-o report\.odt: expected a name that ends in \.pdf, /],
    },
    {
      says: 'two files',
      args: () => ['score', EXAMPLE, EXAMPLE],
      faults: ['rungs score: expected one assessment file'],
    },
    {
      says: 'a model that there is not',
      args: () => ['score', EXAMPLE, '--only', 'ibm'],
      faults: ['--only ibm: expected aws, microsoft or google'],
    },
    {
      says: 'no roster',
      args: () => ['roadmap', EXAMPLE],
      faults: [/^rungs roadmap: expected --roster FILE/],
    },
    {
      says: 'a plan both as JSON and as PDF',
      args: () => [
        ...['roadmap', EXAMPLE, '--roster', written('roster.yaml', ROSTER)],
        ...['--json', '-o', path.join(folder, 'no.pdf')],
      ],
      faults: [/^rungs roadmap: expected either --json or -o OUT\.pdf$/],
    },
    {
      says: 'a roster of nobody that there is',
      args: () => [
        'roadmap',
        EXAMPLE,
        '--roster',
        written('r.yaml', 'start: 2027-01-04\nplatform: aws\nroles:\n  juggler: 2\n'),
      ],
      faults: [/r\.yaml:4: roles\.juggler: there is no role juggler; expected one of business-stakeholder, /],
    },
    {
      says: 'people below none, and a day that there is not',
      args: () => [
        'roadmap',
        EXAMPLE,
        '--roster',
        written('n.yaml', 'start: 2027-02-30\nplatform: aws\nroles:\n  dba: -1\n'),
      ],
      faults: [/n\.yaml:1: start: expected a date/, /n\.yaml:4: roles\.dba: \S/],
    },
  ])('$says', ({ args, faults }) => {
    const { status, stdout, stderr } = rungs(...args());
    expect([status, stdout]).toEqual([2, '']);
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toEqual(faults.map((fault) => expect.stringMatching(fault)));
  });

  test('an unknown command, which is answered with those that there are', () => {
    const { status, stdout, stderr } = rungs('constructor');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^rungs: there is no command constructor\n/);
    for (const command of ['score', 'gaps', 'roadmap', 'report', 'check', 'simulate'])
      expect(stderr).toContain(`  rungs ${command}`);
  });
});

test('a reader that closes early, as `head` does, ends the command quietly and not as a fault', async () => {
  const child = spawn(process.execPath, [...MAIN, 'gaps', EXAMPLE], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect([status, stderr]).toEqual([0, '']);
});

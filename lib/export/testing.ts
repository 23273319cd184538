import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readAssessmentFile } from '../assessments/read-assessment-file';
import { contentFolder } from '../content/load';
import { buildRoadmap, type PlanSettings } from '../domain/roadmap';
import type { Roster } from '../domain/roster';
import { realContent } from '../domain/testing';
import type { KeptStep, PlanToExport } from './plan-items';

/** A plan of an example assessment on the real content, and texts that try to be more than text. For tests alone. */

const content = realContent();

const EXAMPLE = path.join(contentFolder(), 'examples', 'mlopspython.yaml');

export const ROSTER: Roster = {
  ...{ start: '2027-01-04', share: 50, horizonWeeks: 20, hireWeeks: 12, platform: 'azure' },
  roles: {
    ...{ 'ml-engineer': 2, 'data-scientist': 2, 'data-engineer': 1, 'platform-engineer': 1 },
    ...{ 'security-engineer': 0.5, 'database-administrator': { coveredBy: 'data-engineer' } },
  },
};

/** Left out by its people, and what waits for it. */
const EXCLUDED = { 'feature-store:1': { excluded: '=SUM(A1) | **not** with us' } };

export function aPlan({
  settings = {},
  ...changes
}: Partial<PlanToExport> & { settings?: Partial<PlanSettings> } = {}): PlanToExport {
  const read = readAssessmentFile(content, readFileSync(EXAMPLE, 'utf8'));
  if (!read.ok) throw new Error('the example cannot be read');
  const given = { ...read.assessment, targets: { aws: 'repeatable', microsoft: '3', capabilities: {} } };
  const all: PlanSettings = { roster: ROSTER, order: 'levels-early', adjustments: EXCLUDED, ...settings };
  return {
    ...{ subject: 'MLOpsPython', organisation: 'Harbour Bank', name: 'Plan for 2027', team: 'mlops-python' },
    url: 'https://rungs.example/harbour/teams/mlops-python/plan?a=1&b=_2_',
    roadmap: buildRoadmap(content, given, all),
    ...{ content, kept: new Map() },
    ...changes,
  };
}

export const HOSTILE = [
  '=HYPERLINK("http://evil.example","Click")',
  "=cmd|'/c calc'!A0",
  '@SUM(A1)',
  '+1+1, "quoted", and; more',
  '-2+3\nsecond line\r\n\r\n# A heading\n| a | b |\n|---|---|\n- [ ] task',
  '<script>alert(1)</script><img src=x onerror=alert(1)> &amp; -->',
  '\u202Eevil\u202C \u200Fعربي\u200F 銀行 👩‍🔬',
  'x'.repeat(200),
  'bell \u0007 escape \u001b half \ud83d',
  'END:VEVENT\r\nBEGIN:VALARM\\, \\n ; :',
  '[a](javascript:alert(1)) ![i](http://evil.example/p.png) `code` ~~s~~ *b* _i_ @everyone {code}h{code}',
];

/** A plan in which every word of a person is hostile. */
export function aHostilePlan(): PlanToExport {
  const plan = aPlan();
  const texts = (index: number) => HOSTILE[index % HOSTILE.length] ?? '';
  const kept = plan.roadmap.steps.map(({ id }, index): [string, KeptStep] => [
    id,
    {
      owner: { name: texts(index), email: index % 3 === 0 ? null : `a.b+${index}@harbour.example` },
      ...{ status: 'in-progress', dueOn: index % 2 === 0 ? '2027-02-01' : null },
      ...{ ticket: texts(index + 1), note: texts(index + 2) },
    },
  ]);
  const own = { subject: texts(3), name: texts(5), organisation: texts(4) };
  return { ...plan, ...own, kept: new Map(kept) };
}

import 'server-only';
import * as z from 'zod';
import type { PlanStep } from '@/db/plans';
import { loadAssessment } from '../assessments/load-assessment';
import type { Membership } from '../auth/enter';
import { brandOf, withoutVersion } from '../brands/brand-of';
import type { ActorContext } from '../context';
import type { DocumentBrand } from '../domain/brand';
import type { Content } from '../domain/schema/content';
import { GROUPINGS } from '../domain/roadmap-timeline';
import { env, ONE_ADDRESS } from '../env';
import { done, failed, type Result } from '../errors';
import { azureDevopsCsv } from '../export/azure-devops-csv';
import { calendarIcs } from '../export/calendar-ics';
import { githubCsv } from '../export/github-csv';
import { githubIssues } from '../export/github-issues';
import { jiraCsv } from '../export/jira-csv';
import type { KeptStep, PlanToExport } from '../export/plan-items';
import { planMarkdown } from '../export/plan-markdown';
import { planXlsx } from '../export/plan-xlsx';
import { renderRoadmapPdf } from '../pdf/render';
import type { ENDINGS } from '../reports/download';
import { plansOf } from './plans-of';
import { roadmapOf } from './roadmap-of';
import { dayOf } from '../domain/calendar';
import { PAPERS } from '../domain/vocabulary';

/** Every way out, with the ending of its file and what its name says. */
const FORMATS = {
  'jira-csv': { ending: 'csv', name: 'Jira' },
  'azure-devops-csv': { ending: 'csv', name: 'Azure DevOps' },
  'github-json': { ending: 'json', name: 'GitHub issues' },
  'github-csv': { ending: 'csv', name: 'GitHub issues' },
  calendar: { ending: 'ics', name: 'calendar' },
  markdown: { ending: 'md', name: 'roadmap' },
  xlsx: { ending: 'xlsx', name: 'roadmap' },
  pdf: { ending: 'pdf', name: 'roadmap' },
} as const satisfies Record<string, { ending: keyof typeof ENDINGS; name: string }>;

type Format = keyof typeof FORMATS;
type Written = Exclude<Format, 'pdf'>;

export const exportPlanInput = z.object({
  org: z.string(),
  /** The assessment. */
  id: z.string(),
  format: z.enum(Object.keys(FORMATS) as Format[]),
  /** Without one, the plan of the team. */
  scenario: z.string().optional(),
  /** `tracker` leaves texts that begin like a formula as they are: for a file that no spreadsheet opens in between. */
  for: z.enum(['spreadsheet', 'tracker']).default('spreadsheet'),
  paper: z.enum(PAPERS).default('a4'),
  /** How the picture in the PDF is grouped. */
  by: z.enum(GROUPINGS).default('domain'),
});

type Wanted = Omit<z.output<typeof exportPlanInput>, 'org'>;

export type ExportedPlan = {
  file: string | Uint8Array;
  nameParts: string[];
  ending: (typeof FORMATS)[Format]['ending'];
};

/** A scenario or the plan of a team as a file for where work is tracked. Keys stay the same whatever the schedule says. */
export async function exportPlan(
  ctx: ActorContext & { org: Pick<Membership['org'], 'slug' | 'name'> },
  { id, format, scenario, for: reader, paper, by }: Wanted,
): Promise<Result<ExportedPlan>> {
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) return failed('not-found', 'There is no such assessment.');
  const plans = await plansOf(ctx, loaded, scenario);
  if (plans === null) return failed('not-found', 'There is no such scenario.');
  const { content, assessment, team } = loaded;
  const roadmap = roadmapOf(loaded, plans.kept.values(), plans.shown.input);
  if (roadmap.steps.length === 0) return failed('invalid', 'This plan has no steps to take anywhere.');
  const name = plans.shown.scenario?.name ?? plans.plan?.name ?? 'Roadmap';
  const { ending, name: what } = FORMATS[format];
  const plan: PlanToExport = {
    ...{ name, roadmap, content, subject: assessment.subject, organisation: ctx.org.name },
    url: new URL(`/${ctx.org.slug}/assessments/${id}/roadmap`, env().NEXTAUTH_URL).href,
    // Its id: the address of a team may change, and keys may not.
    team: team.id,
    kept: new Map([...plans.kept].map(([step, row]) => [step, keptStep(row)])),
  };
  const options = { forSpreadsheet: reader === 'spreadsheet', stampedAt: ctx.now };
  return done({
    file:
      format === 'pdf'
        ? await pdfOf(plan, content, ctx.now, { paper, by, brand: await brandOn(ctx) })
        : await fileOf(format, plan, options),
    nameParts: [ctx.org.name, assessment.subject, name, what],
    ending,
  });
}

/** An owner who is named by an address is found by it. */
function keptStep({ owner, status, dueOn, ticket, note }: PlanStep): KeptStep {
  const email = owner !== null && ONE_ADDRESS.test(owner) ? owner : null;
  return { owner: owner === null ? null : { name: owner, email }, status, dueOn, ticket, note };
}

function fileOf(
  format: Written,
  plan: PlanToExport,
  { forSpreadsheet, stampedAt }: { forSpreadsheet: boolean; stampedAt: Date },
): string | Promise<Uint8Array> {
  const writers: Record<Written, () => string | Promise<Uint8Array>> = {
    'jira-csv': () => jiraCsv(plan, { forSpreadsheet }),
    'azure-devops-csv': () => azureDevopsCsv(plan, { forSpreadsheet }),
    'github-json': () => githubIssues(plan),
    'github-csv': () => githubCsv(plan, { forSpreadsheet }),
    calendar: () => calendarIcs(plan, { stampedAt }),
    markdown: () => planMarkdown(plan),
    xlsx: () => planXlsx(plan, { stampedAt }),
  };
  return writers[format]();
}

const brandOn = async (ctx: ActorContext & { org: { name: string } }): Promise<DocumentBrand> => ({
  firm: null,
  client: withoutVersion(await brandOf(ctx, ctx.org.name)),
});

async function pdfOf(
  { roadmap, organisation, subject, name }: PlanToExport,
  content: Content,
  now: Date,
  look: Pick<Wanted, 'paper' | 'by'> & { brand: DocumentBrand },
): Promise<Uint8Array> {
  const date = dayOf(now);
  return (await renderRoadmapPdf({ roadmap, content, organisation, subject, plan: name, date, ...look })).pdf;
}

import { content } from '../content/load';
import { FINDINGS } from '../demo/findings';
import { harbourBank } from '../demo/harbour-bank';
import type { Figure } from './figure';
import { documentOf, planFor, sampleDocument } from '../documents/fixtures';
import type { ReportDocument } from '../domain/report-document';
import { readPdf } from '../pdf/read-pdf';
import { renderReportPdf } from '../pdf/render';
import { median } from './quantile';
import { openReportPage, type PagePrinter } from './print-page';
import { startReactPdf, toldOf, type ReactPdf } from './react-pdf';

const RUNS = 15;
const WARM_UP = 3;
/** Others take seconds for each. */
const ROUNDS = 5;
const LOOK = { paper: 'a4', locale: 'en-GB', generatedOn: '2026-11-21' } as const;

/**
 * Full reports with plan and findings, set by Typst, and by turns by react-pdf and by a browser. Each is of another assessment, as
 * repeated data is remembered by the typesetter and would flatter.
 */
export async function benchPdf(browser: string | undefined): Promise<Figure[]> {
  const reports = fullReports();
  const react = startReactPdf();
  const page = browser === undefined ? null : await openReportPage(browser);
  try {
    const pages = await samePages(react, page);
    const warm = await warmFigure(reports);
    return [warm, ...(await byTurns(reports, { react, page }, pages))];
  } finally {
    react.stop();
    await page?.stop();
  }
}

/** All of the demo's assessments that have something to climb. */
function fullReports(): ReportDocument[] {
  const { brand, history, distribution } = sampleDocument(content());
  return harbourBank(content())
    .teams.flatMap(({ rounds }) => rounds)
    .map(({ assessment, finishedOn }) => ({
      ...documentOf(content(), assessment, finishedOn),
      ...{ plan: planFor(content(), assessment), findings: FINDINGS, brand, history, distribution },
    }))
    .filter(({ plan }) => plan.roadmap.steps.length > 0);
}

type Others = { react: ReactPdf; page: PagePrinter | null };
type Pages = { typst: number; react: number; browser: number | null };

/** How many pages the sample has in each; one that sets much more or much less is no comparison. */
async function samePages(react: ReactPdf, page: PagePrinter | null): Promise<Pages> {
  const sample = sampleDocument(content());
  const count = async (pdf: Uint8Array) => (await readPdf(pdf)).pages.length;
  const pages = {
    typst: await count((await renderReportPdf(sample, content(), LOOK)).pdf),
    react: await count((await react.set(await toldOf(sample, content()))).pdf),
    browser: page === null ? null : await count(await page.print()),
  };
  if (Math.abs(pages.react - pages.typst) > pages.typst / 3)
    throw new Error(`react-pdf sets ${pages.react} pages, Typst ${pages.typst}: not the same document`);
  return pages;
}

async function warmFigure(reports: readonly ReportDocument[]): Promise<Figure> {
  const times: number[] = [];
  for (let run = 0; run < RUNS + WARM_UP; run += 1) {
    const ms = await typstTime(nth(reports, run));
    if (run >= WARM_UP) times.push(ms);
  }
  return {
    name: 'PDF of a full report with plan and findings, warm',
    ...{ value: median(times), unit: 'ms', bound: 500, better: 'lower' },
    ...{ runs: times, quiet: true },
    how: `median of ${RUNS} different reports after ${WARM_UP}`,
  };
}

/** Round by round, so that what else the machine does meets all of them alike. */
async function byTurns(
  reports: readonly ReportDocument[],
  { react, page }: Others,
  pages: Pages,
): Promise<Figure[]> {
  const times: { typst: number; react: number; browser: number | null }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // From the other end: none that was set just before.
    const report = nth(reports.toReversed(), round);
    times.push({
      typst: await typstTime(report),
      react: (await react.set(await toldOf(report, content()))).ms,
      browser: page === null ? null : await timed(page.print),
    });
  }
  const ratios = (of: 'react' | 'browser') =>
    times.flatMap((each) => (each[of] === null ? [] : [each[of] / each.typst]));
  const ms = (of: keyof Pages) => median(times.flatMap((each) => each[of] ?? [])).toFixed(0);
  const by = `median of ${ROUNDS} rounds by turns`;
  return [
    {
      name: 'the same report by react-pdf',
      ...{ value: median(ratios('react')), runs: ratios('react'), unit: 'times', bound: 5, better: 'higher' },
      how: `${by}: ${ms('react')} ms, ${pages.react} pages, against ${ms('typst')} ms, ${pages.typst} pages`,
    },
    {
      name: 'the report page printed by Chromium',
      ...{ value: page === null ? null : median(ratios('browser')), runs: ratios('browser') },
      ...{ unit: 'times', bound: null, better: 'higher' },
      how:
        page === null
          ? 'there is no browser here'
          : `${by}: ${ms('browser')} ms, ${pages.browser} pages, page open already`,
    },
  ];
}

const typstTime = (report: ReportDocument): Promise<number> =>
  timed(() => renderReportPdf(report, content(), LOOK));

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

function nth(reports: readonly ReportDocument[], index: number): ReportDocument {
  const report = reports[index % reports.length];
  if (report === undefined) throw new Error('there is no report');
  return report;
}

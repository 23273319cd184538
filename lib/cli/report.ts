import type { Assessment } from '../domain/assessment';
import { buildReport } from '../domain/build-report';
import type { Report } from '../domain/report';
import { EDITIONS, type ReportDocument } from '../domain/report-document';
import { buildRoadmap } from '../domain/roadmap';
import type { Content } from '../domain/schema/content';
import { renderReportPdf, type PdfOptions } from '../pdf/render';
import { TypesettingFailed } from '../pdf/typesetter';
import { oneFile, readAssessment, readRoster, readText } from './arguments';
import { BadInput } from './bad-input';
import { ORDER_NAMES } from './roadmap';
import { paperOf, writeOut, writePdf } from './write-pdf';

const LOCALE = 'en-GB';

type Given = { content: Content; assessment: Assessment; report: Report };
type Wishes = {
  output: string;
  paper: PdfOptions['paper'];
  client: string | undefined;
  by: string | undefined;
  logo: string | undefined;
  roster: string | undefined;
};

/** `rungs report FILE -o OUT.pdf|.docx|.pptx|.xlsx|.md|.json [--only MODEL] [--paper a4|us-letter] [--client NAME] [--by NAME] [--logo FILE.svg] [--roster ROSTER]` */
export async function report(args: string[]): Promise<void> {
  const { file, values } = oneFile('report', args, {
    output: { type: 'string', short: 'o' },
    only: { type: 'string' },
    paper: { type: 'string' },
    client: { type: 'string' },
    by: { type: 'string' },
    logo: { type: 'string' },
    roster: { type: 'string' },
  });
  const { output, client, by, logo, roster } = values;
  if (output === undefined) throw new BadInput(['rungs report: expected -o OUT.pdf']);
  const wishes = { output, paper: paperOf(values.paper), client, by, logo, roster };
  const { content, assessment } = readAssessment(file, values.only);
  const value = buildReport(content, assessment, {
    organisation: client ?? null,
    status: { finished: true, by: null, at: assessment.date },
  });
  const given = { content, assessment, report: value };
  await (output.toLowerCase().endsWith('.pdf') ? asPdf(given, wishes) : asDocument(given, wishes));
}

async function asPdf(
  { assessment, report: value }: Given,
  { output, paper, client, by, logo, roster }: Wishes,
): Promise<void> {
  if (roster !== undefined)
    throw new BadInput(['--roster: a report as PDF has no plan; rungs roadmap -o writes that']);
  const printed = await renderReportPdf(value, {
    paper,
    locale: LOCALE,
    client: client ?? assessment.subject,
    preparedBy: by,
    logo: logo === undefined ? undefined : { svg: readText(logo) },
    generatedOn: assessment.date,
  }).catch((error: unknown) => {
    if (logo === undefined || !(error instanceof TypesettingFailed)) throw error;
    throw new BadInput([`${logo}:1: expected a picture in SVG: ${error.message}`]);
  });
  writePdf(output, printed);
}

async function asDocument(given: Given, { output, paper, client, by, logo, roster }: Wishes): Promise<void> {
  // Loaded here, as these libraries would slow every other command.
  const { formatOf, renderDocument } = await import('../documents/formats');
  const format = formatOf(output);
  if (format === null)
    throw new BadInput([
      `-o ${output}: expected a name that ends in .pdf, .docx, .pptx, .xlsx, .md or .json`,
    ]);
  if (logo !== undefined) throw new BadInput(['--logo: is for a PDF alone']);
  const { content, assessment } = given;
  const document = documentOf(given, {
    ...{ client: client ?? assessment.subject, preparedBy: by ?? null },
    plan: roster === undefined ? null : planOf(given, roster),
  });
  writeOut(output, await renderDocument(format, document, content, { paper, locale: LOCALE }));
}

function planOf({ content, assessment }: Given, file: string): NonNullable<ReportDocument['plan']> {
  const [order, adjustments] = ['levels-early' as const, {}];
  const roster = readRoster(content, file);
  return {
    name: ORDER_NAMES[order],
    roadmap: buildRoadmap(content, assessment, { roster, order, adjustments }),
  };
}

/** What a file alone can say: nobody's findings, no history, no hash of a frozen assessment. */
const documentOf = (
  { assessment, report: value }: Given,
  facts: Pick<ReportDocument, 'client' | 'preparedBy' | 'plan'>,
): ReportDocument => ({
  ...facts,
  title: `MLOps maturity report: ${assessment.subject}`,
  issue: { status: 'final', number: '1.0', on: assessment.date, changes: [] },
  ...{ earlier: [], distribution: [], sections: [...EDITIONS.full], edition: 'full', summary: null },
  ...{ findings: [], assessment, report: value, history: [], assessmentHash: null },
});

import { readLogo } from '../brands/read-logo';
import type { DocumentBrand } from '../domain/brand';
import { buildReport } from '../domain/build-report';
import { plainDocument, type ReportDocument } from '../domain/report-document';
import { buildRoadmap } from '../domain/roadmap';
import type { Assessment } from '../domain/assessment';
import type { Content } from '../domain/schema/content';
import { reportJson } from '../documents/report-json';
import { renderReportPdf } from '../pdf/render';
import { TypesettingFailed } from '../pdf/typesetter';
import { sealable, unsigned } from '../reports/seal-report';
import { oneFile, readAssessment, readBytes, readRoster } from './arguments';
import { BadInput } from './bad-input';
import { ORDER_NAMES } from './roadmap';
import { paperOf, writeOut, writePdf } from './write-pdf';
import type { Paper } from '../domain/vocabulary';

/** `rungs report FILE -o OUT.pdf|.docx|.pptx|.xlsx|.md|.json [--only MODEL] [--paper a4|us-letter] [--client NAME] [--by NAME] [--logo FILE] [--roster ROSTER]` */
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
  const paper = paperOf(values.paper);
  const { content, assessment } = readAssessment(file, values.only);
  const value = buildReport(content, assessment, {
    organisation: client ?? null,
    status: { finished: true, by: null, at: assessment.date },
  });
  const document = plainDocument(
    { report: value, assessment },
    {
      ...(client !== undefined && { client }),
      ...(by !== undefined && { preparedBy: by }),
      ...(logo !== undefined && { brand: await brandWith(logo, by, client ?? assessment.subject) }),
      ...(roster !== undefined && { plan: planOf(content, assessment, roster) }),
    },
  );
  const look = { paper, locale: 'en-GB', generatedOn: assessment.date };
  if (!output.toLowerCase().endsWith('.pdf')) {
    await writeDocument(output, document, content, look);
    return;
  }
  const printed = await renderReportPdf(document, content, look).catch((error: unknown) => {
    if (logo === undefined || !(error instanceof TypesettingFailed)) throw error;
    throw new BadInput([`${logo}: cannot be set on a page: ${error.message}`]);
  });
  writePdf(output, printed);
}

async function writeDocument(
  output: string,
  document: ReportDocument,
  content: Content,
  options: { paper: Paper; locale: string },
): Promise<void> {
  if (output.toLowerCase().endsWith('.json')) {
    writeOut(output, new TextEncoder().encode(reportJson(unsigned(sealable(document, content)))));
    return;
  }
  // Loaded here, as these libraries would slow every other command.
  const { formatOf, renderDocument } = await import('../documents/formats');
  const format = formatOf(output);
  if (format === null)
    throw new BadInput([
      `-o ${output}: expected a name that ends in .pdf, .docx, .pptx, .xlsx, .md or .json`,
    ]);
  writeOut(output, await renderDocument(format, document, content, options));
}

function planOf(content: Content, assessment: Assessment, file: string): ReportDocument['plan'] {
  const [order, adjustments] = ['levels-early' as const, {}];
  const roster = readRoster(content, file);
  return {
    name: ORDER_NAMES[order],
    roadmap: buildRoadmap(content, assessment, { roster, order, adjustments }),
  };
}

/** The logo of who wrote the report, or of whom it is for; read by the rules of the settings page. */
async function brandWith(file: string, by: string | undefined, client: string): Promise<DocumentBrand> {
  const read = await readLogo(readBytes(file));
  if (!read.ok) throw new BadInput([`${file}: ${read.message}`]);
  const { logo, removed } = read.value;
  if (removed.length > 0) console.error(`${file}: left out of the logo: ${removed.join(', ')}`);
  const brand = { name: by ?? client, accent: null, confidentiality: null, logo };
  return by === undefined ? { firm: null, client: brand } : { firm: brand, client: null };
}

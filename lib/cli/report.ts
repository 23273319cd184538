import { readLogo } from '../brands/read-logo';
import type { DocumentBrand } from '../domain/brand';
import { buildReport } from '../domain/build-report';
import { plainDocument } from '../domain/report-document';
import { renderReportPdf } from '../pdf/render';
import { TypesettingFailed } from '../pdf/typesetter';
import { oneFile, readAssessment, readBytes } from './arguments';
import { BadInput } from './bad-input';
import { paperOf, writePdf } from './write-pdf';

/** `rungs report FILE -o OUT.pdf [--only MODEL] [--paper a4|us-letter] [--client NAME] [--by NAME] [--logo FILE]` */
export async function report(args: string[]): Promise<void> {
  const { file, values } = oneFile('report', args, {
    output: { type: 'string', short: 'o' },
    only: { type: 'string' },
    paper: { type: 'string' },
    client: { type: 'string' },
    by: { type: 'string' },
    logo: { type: 'string' },
  });
  const { output, client, by, logo } = values;
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
    },
  );
  const look = { paper, locale: 'en-GB', generatedOn: assessment.date };
  const printed = await renderReportPdf(document, content, look).catch((error: unknown) => {
    if (logo === undefined || !(error instanceof TypesettingFailed)) throw error;
    throw new BadInput([`${logo}: cannot be set on a page: ${error.message}`]);
  });
  writePdf(output, printed);
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

import { buildReport } from '../domain/build-report';
import { renderReportPdf } from '../pdf/render';
import { TypesettingFailed } from '../pdf/typesetter';
import { oneFile, readAssessment, readText } from './arguments';
import { BadInput } from './bad-input';
import { paperOf, writePdf } from './write-pdf';

/** `rungs report FILE -o OUT.pdf [--only MODEL] [--paper a4|us-letter] [--client NAME] [--by NAME] [--logo FILE.svg]` */
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
  const printed = await renderReportPdf(value, {
    paper,
    locale: 'en-GB',
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

import { writeFileSync } from 'node:fs';
import { buildReport } from '../domain/build-report';
import { plural } from '../domain/labels';
import { renderReportPdf } from '../pdf/render';
import { TypesettingFailed } from '../pdf/typesetter';
import { oneFile, readAssessment, readText } from './arguments';
import { BadInput, fileFault } from './bad-input';

const PAPERS = ['a4', 'us-letter'] as const;

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
  const paper = PAPERS.find((each) => each === (values.paper ?? 'a4'));
  if (paper === undefined) throw new BadInput([`--paper ${values.paper}: expected ${PAPERS.join(' or ')}`]);
  const { content, assessment } = readAssessment(file, values.only);
  const value = buildReport(content, assessment, {
    organisation: client ?? null,
    status: { finished: true, by: null, at: assessment.date },
  });
  const { pdf, replaced } = await renderReportPdf(value, {
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
  try {
    writeFileSync(output, pdf);
  } catch (error) {
    throw fileFault(output, error);
  }
  if (replaced.length > 0)
    console.error(
      `${plural(replaced.length, 'character')} not in the font and replaced: ${replaced.join(' ')}`,
    );
}

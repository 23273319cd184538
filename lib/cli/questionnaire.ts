import { content } from '../content/load';
import { MODEL_IDS } from '../domain/vocabulary';
import { renderQuestionnairePdf } from '../pdf/render';
import { parseOptions } from './arguments';
import { BadInput } from './bad-input';
import { paperOf, writePdf } from './write-pdf';

/** `rungs questionnaire -o OUT.pdf [--only MODEL] [--paper a4|us-letter] [--client NAME]` */
export async function questionnaire(args: string[]): Promise<void> {
  const { output, only, paper, client } = parseOptions('questionnaire', args, {
    output: { type: 'string', short: 'o' },
    only: { type: 'string' },
    paper: { type: 'string' },
    client: { type: 'string' },
  });
  if (output === undefined) throw new BadInput(['rungs questionnaire: expected -o OUT.pdf']);
  const model = MODEL_IDS.find((id) => id === only);
  if (only !== undefined && model === undefined)
    throw new BadInput([`--only ${only}: expected aws, microsoft or google`]);
  const printed = await renderQuestionnairePdf(content(), {
    order: model ?? 'domains',
    paper: paperOf(paper),
    ...(client !== undefined && { organisation: client }),
  });
  writePdf(output, printed);
}

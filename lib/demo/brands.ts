import type { Logo } from '../domain/schema/brand';

/** Invented logos, drawn of circles and lines, as `readLogo` writes them. */
const drawn = (width: number, height: number, shapes: string): Logo => ({
  kind: 'svg',
  data: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${shapes}</svg>`,
  width,
  height,
});

/** A harbour from above: two moles that leave an entrance, and a light between them. */
const HARBOUR_MARK = drawn(
  200,
  200,
  '<rect width="200" height="200" rx="18" fill="#1F4E79"/><path d="M40 148A68 68 0 0 1 86 42" fill="none" stroke="#FFFFFF" stroke-width="15"/><path d="M160 148A68 68 0 0 0 114 42" fill="none" stroke="#FFFFFF" stroke-width="15"/><circle cx="100" cy="108" r="17" fill="#F2B63C"/><path d="M30 166H170" fill="none" stroke="#FFFFFF" stroke-width="11"/>',
);

/** A gate whose opening points north. */
const NORTHGATE_MARK = drawn(
  360,
  120,
  '<path d="M0 120V48L60 0L120 48V120H88V64L60 41L32 64V120Z" fill="#8A1538"/><path d="M60 66L76 120H44Z" fill="#D8A7B1"/><path d="M150 22H360" fill="none" stroke="#8A1538" stroke-width="12"/><path d="M150 60H300" fill="none" stroke="#8A1538" stroke-width="12"/><path d="M150 98H240" fill="none" stroke="#8A1538" stroke-width="12"/>',
);

export const HARBOUR_BRAND = {
  name: null,
  accent: '#1F4E79',
  confidentiality: null,
  logo: HARBOUR_MARK,
};

export const NORTHGATE_BRAND = {
  name: null,
  accent: '#8A1538',
  confidentiality: 'Confidential: for the client’s steering committee only',
  logo: NORTHGATE_MARK,
};

export const NORTHGATE_PHRASES = [
  {
    id: 'one-person',
    headline: 'One person knows how the model is built',
    text: 'The training can be repeated by **one person** only, from a notebook of their own. If they are away for two weeks, the model is not renewed, and nobody can say which data the one in production saw.',
    recommendation:
      '1. Move the notebook to the repository of the team and run it from there.\n2. Let a second person train the model from the written steps, *without help*.\n3. Write down what stopped them, and mend it.',
    capabilities: ['training-pipeline', 'experiment-tracking'],
  },
  {
    id: 'drift-unseen',
    headline: 'Drift would be seen by a customer first',
    text: 'Inputs and predictions are logged, and nobody looks at them between incidents. In the cases that we have seen, a change in the data stood in the logs for weeks before somebody complained.',
    recommendation:
      'Compare the inputs of each week with those of the training set, beginning with the five that weigh most:\n\n- a chart that the team looks at in its weekly meeting\n- a limit for each, agreed with who answers for the decision\n- a message to the team, not to a mailbox, when a limit is passed',
    capabilities: ['drift-detection', 'prediction-logging'],
  },
  {
    id: 'evidence-missing',
    headline: 'What is done is not shown',
    text: 'Several answers on rung 3 and above have no evidence. We believe them; an auditor may not. A link to a run, a log or a page is enough, see [what counts as evidence](https://northgate.example/evidence).',
    recommendation: 'Add a link to each answer on rung 3 or 4 before the next round.',
    capabilities: [],
  },
];

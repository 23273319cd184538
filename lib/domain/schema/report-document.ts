import * as z from 'zod';
import { EDITIONS, SECTIONS, type ReportEdition, type SectionId } from '../report-document';
import { answerSchema, evidenceSchema, scopeSchema, statementSchema, targetsSchema } from './answers';
import { isoDay, modelId, reportSchema } from './report';
import { roadmapSchema } from './roadmap';

/** Bytes are in base64; what they may be was held when the logo was read. */
const brand = z
  .strictObject({
    ...{ name: z.string(), accent: z.string().nullable(), confidentiality: z.string().nullable() },
    logo: z
      .strictObject({
        ...{ kind: z.enum(['svg', 'png', 'jpeg']), data: z.string() },
        ...{ width: z.number(), height: z.number() },
      })
      .nullable(),
  })
  .nullable();

const issue = z.strictObject({
  status: z.enum(['draft', 'final']),
  ...{ number: z.string(), on: isoDay, changes: z.array(z.string()) },
});

const assessment = z.strictObject({
  ...{ subject: z.string(), date: isoDay, scope: scopeSchema, questionnaires: z.array(modelId) },
  targets: targetsSchema,
  answers: z.record(z.string(), answerSchema),
  statements: z.record(z.string(), statementSchema),
});

const finding = z.strictObject({
  ...{ headline: z.string(), text: z.string(), recommendation: z.string() },
  ...{ capabilities: z.array(z.string()), evidence: z.array(evidenceSchema) },
});

const historyEntry = z.strictObject({
  ...{ title: z.string(), date: isoDay, version: z.string(), breaks: z.boolean() },
  models: z.array(z.strictObject({ model: modelId, level: z.string(), met: z.number(), of: z.number() })),
});

/** A report as it is handed over, for whoever reads it by a program; `npm run schema` publishes it as JSON Schema. */
export const reportDocumentSchema = z.strictObject({
  ...{ title: z.string(), client: z.string(), preparedBy: z.string().nullable() },
  brand: z.strictObject({ firm: brand, client: brand }),
  ...{ issue, earlier: z.array(issue), distribution: z.array(z.string()) },
  sections: z.array(z.enum(Object.keys(SECTIONS) as SectionId[])),
  edition: z.enum(Object.keys(EDITIONS) as ReportEdition[]),
  summary: z.strictObject({ text: z.string(), by: z.string() }).nullable(),
  ...{ findings: z.array(finding), assessment, report: reportSchema },
  plan: z.strictObject({ name: z.string(), roadmap: roadmapSchema }).nullable(),
  ...{ history: z.array(historyEntry), assessmentHash: z.string().nullable() },
  checkAt: z.string().nullable(),
});

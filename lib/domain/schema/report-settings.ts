import * as z from 'zod';
import { LIMITS } from '../limits';
import { EDITIONS, SECTIONS, type ReportEdition, type SectionId } from '../report-document';
import { MODEL_IDS } from '../vocabulary';
import { plainText } from './answers';

/** What somebody sets about a report, as it enters from a form. */

const sectionId = z.enum(Object.keys(SECTIONS) as [SectionId, ...SectionId[]]);

/** One name, group or address a line. */
const distribution = plainText(LIMITS.note)
  .transform((text) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  .refine((lines) => lines.length <= LIMITS.recipients, `at most ${LIMITS.recipients} lines`)
  .refine(
    (lines) => lines.every((line) => line.length <= LIMITS.title),
    `at most ${LIMITS.title} characters a line`,
  );

export const reportSettingsSchema = z.object({
  title: plainText(LIMITS.title).min(1, 'is empty'),
  client: plainText(LIMITS.title).default(''),
  preparedBy: plainText(LIMITS.title).default(''),
  /** The organisation in whose name somebody wrote it: its brand stands on the report. */
  firm: z.object({ id: z.string(), name: z.string() }).nullable(),
  edition: z.enum(Object.keys(EDITIONS) as [ReportEdition, ...ReportEdition[]]),
  /** One questionnaire alone; the report then names no other vendor. */
  only: z.enum(MODEL_IDS).nullable(),
  sections: z.array(sectionId).min(1, 'choose at least one part'),
  /** `team` for the plan that the team follows, `none`, or the id of a scenario. */
  plan: z.string().max(100),
  /** Ids of findings that stay out of this report. */
  leftOut: z.array(z.string().max(100)).max(LIMITS.findings),
  summary: z
    .object({ text: plainText(LIMITS.finding).min(1), by: plainText(LIMITS.title).min(1) })
    .nullable(),
  distribution,
});

export type ReportSettings = z.output<typeof reportSettingsSchema>;

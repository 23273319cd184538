import { plural } from './labels';
import type { ReportEdition } from './report-document';
import type { ModelId, Paper } from './vocabulary';

/** How the reports of a round are wanted. */
export type BatchInput = {
  paper: Paper;
  edition: ReportEdition;
  /** One questionnaire, or all that each team answered. */
  only: ModelId | null;
};

/** What the index of an archive says of a team. */
export type IndexLine = {
  team: string;
  /** The way to the unit that it belongs to. */
  unit: string | null;
  assessment: string | null;
  /** The day that the answers speak for. */
  date: string | null;
  /** `Repeatable`, `L1`, by questionnaire. */
  levels: Partial<Record<ModelId, string>>;
};

/** How often the process that does a job may be gone before nobody takes it up again. */
export const MOST_LOSSES = 5;

/** A process that has not said for so long that it is at a job is taken to be gone. */
export const LOST_AFTER_MS = 60_000;

/** So long an archive is kept. */
export const KEPT_MS = 24 * 3_600_000;

type Progress = { total: number; done: number; startedAt: number | null; now: number };

/** `83 of 200, about 40 seconds left`; after a beginning that says something about the rest. */
export function batchProgress({ total, done, startedAt, now }: Progress): string {
  const counted = `${done} of ${total}`;
  if (startedAt === null) return `${counted}, waiting for its turn`;
  if (done < Math.min(3, total)) return counted;
  return `${counted}, about ${timeText(((now - startedAt) / done) * (total - done))} left`;
}

/** Rounded as a person would say it. */
function timeText(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 10) return plural(seconds, 'second');
  if (seconds < 90) return plural(Math.ceil(seconds / 10) * 10, 'second');
  return plural(Math.ceil(seconds / 60), 'minute');
}

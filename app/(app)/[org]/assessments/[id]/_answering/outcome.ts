import type { AnswerContent } from '@/lib/assessments/answering-view';

/** What somebody else's answer says, for the person to choose between the two. */
export type Theirs = AnswerContent & { version: number; by: string; byYou: boolean; at: string };

/** An answer and the version under which the server has it. */
export type Known = { content: AnswerContent; version: number };
export type Saved = Known & { savedAt: string };

export type Refusal = { code: string; message: string };

/** What became of sending one answer. */
export type Outcome =
  | { kind: 'saved'; version: number; savedAt: string }
  | { kind: 'conflict'; theirs: Theirs }
  | { kind: 'signed-out'; message: string }
  | ({ kind: 'refused' } & Refusal)
  | { kind: 'unreachable' };

/**
 * Reads the server's response. Only words of this application decide: a page of a proxy or of a hotel's network, whatever its status,
 * means that the server was not reached.
 */
export function outcomeOf(body: unknown): Outcome {
  if (!isObject(body)) return { kind: 'unreachable' };
  const { version, savedAt, code, message, detail } = body;
  if (typeof version === 'number' && typeof savedAt === 'string') return { kind: 'saved', version, savedAt };
  if (typeof code !== 'string' || typeof message !== 'string') return { kind: 'unreachable' };
  if (code === 'signed-out') return { kind: 'signed-out', message };
  if (code !== 'conflict') return { kind: 'refused', code, message };
  return isObject(detail) ? { kind: 'conflict', theirs: theirsOf(detail) } : { kind: 'unreachable' };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The server calls the choice of a row its value. */
function theirsOf(detail: Record<string, unknown>): Theirs {
  const { value, ...rest } = detail;
  return { choice: value, ...rest } as Theirs;
}

export const contentOf = (answer: AnswerContent): AnswerContent => ({
  choice: answer.choice,
  note: answer.note,
  evidence: answer.evidence,
  flagged: answer.flagged,
  vendorsSeenFirst: answer.vendorsSeenFirst,
});

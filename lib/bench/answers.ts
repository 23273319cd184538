import type { Call } from './connections';
import type { MeasuredServer } from './servers';

/** A draft, by the slug of its organisation and its id. */
export type Draft = { org: string; id: string };

/** A draft of the demo. */
export const DEMO_DRAFT: Draft = { org: 'harbour-bank', id: 'fraud-scoring-q1-2027' };

/** A draft with the capabilities that have an answer, of version 1. */
export type AnsweredDraft = Draft & { answered: string[] };

export type SentAnswer = {
  capability: string;
  seen: number;
  rung: number;
  note?: string | null;
  /** Whose answer it is, where that is said. */
  as?: string;
};

/** The request by which the answering page saves an answer. */
export function answerCall(
  { address, cookie }: Pick<MeasuredServer, 'address' | 'cookie'>,
  { org, id }: Draft,
  { capability, seen, rung, note = null, as }: SentAnswer,
): Call {
  return {
    method: 'PUT',
    url: `${address}/api/assessments/${id}/answers/${capability}`,
    cookie,
    body: {
      ...{ org, seen, choice: { rung }, note },
      ...{ evidence: [], flagged: false, vendorsSeenFirst: false },
      ...(as !== undefined && { as }),
    },
  };
}

/** Saves an answer as the answering page does. */
export function putAnswer(
  server: Pick<MeasuredServer, 'address' | 'cookie'>,
  draft: Draft,
  answer: SentAnswer,
): Promise<Response> {
  const { url, cookie, body } = answerCall(server, draft, answer);
  return fetch(url, {
    method: 'PUT',
    headers: { cookie, origin: server.address, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** The version to go on from; a conflict with the seeded answer tells it too. */
export function versionIn(status: number, text: string): number {
  const said = JSON.parse(text) as { version?: number; detail?: { version: number }; message?: string };
  const version = said.version ?? said.detail?.version;
  if (version === undefined) throw new Error(`saving failed: ${status} ${said.message ?? ''}`);
  return version;
}

export const versionAfter = async (response: Response): Promise<number> =>
  versionIn(response.status, await response.text());

import { randomInt, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** The draft of the demo that everybody answers. */
export const DRAFT = { org: 'harbour-bank', id: 'fraud-scoring-q1-2027' };

/** An answer that the server said it has. */
export type Acknowledged = { capability: string; version: number; note: string };

const CAPABILITIES = readdirSync('content/capabilities', { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => path.basename(file, '.yaml'));

type Said = { version?: number; detail?: { version: number }; message?: string };

/** Saves an answer, each time by the version that somebody else was quicker with, and returns what was acknowledged. */
export async function saveAnswer(address: string, cookie: string, capability: string): Promise<Acknowledged> {
  const note = randomUUID();
  const [rung, seen] = [randomInt(5), { version: 0 }];
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const answer = {
      ...{ org: DRAFT.org, seen: seen.version, choice: { rung }, note },
      ...{ evidence: [], flagged: false, vendorsSeenFirst: false },
    };
    const sent = await put(address, cookie, capability, answer);
    // The instance ended in the middle of its answer: sent again, as a page does.
    if (sent === null) continue;
    const { response, said } = sent;
    if (response.ok && said.version !== undefined) return { capability, version: said.version, note };
    if (response.status !== 409) throw new Error(`saving failed: ${response.status} ${said.message ?? ''}`);
    seen.version = said.detail?.version ?? seen.version;
  }
  throw new Error('somebody else was always quicker');
}

/** Null where the connection broke before the answer was whole. */
async function put(
  address: string,
  cookie: string,
  capability: string,
  answer: object,
): Promise<{ response: Response; said: Said } | null> {
  try {
    const response = await fetch(`${address}/api/assessments/${DRAFT.id}/answers/${capability}`, {
      method: 'PUT',
      headers: { cookie, origin: address, 'content-type': 'application/json' },
      body: JSON.stringify(answer),
    });
    return { response, said: (await response.json()) as Said };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Lets everybody save one answer after the other; returns all that was acknowledged, and fails with the first that was refused. */
export async function saveAll(
  address: string,
  cookies: readonly string[],
  goesOn: () => boolean,
): Promise<Acknowledged[]> {
  const each = cookies.map(async (cookie) => {
    const acknowledged: Acknowledged[] = [];
    while (goesOn()) {
      const capability = CAPABILITIES[randomInt(CAPABILITIES.length)] ?? '';
      acknowledged.push(await saveAnswer(address, cookie, capability));
      await setTimeout(randomInt(100));
    }
    return acknowledged;
  });
  return (await Promise.all(each)).flat();
}

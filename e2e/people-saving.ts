import { randomInt, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DEMO_DRAFT, putAnswer, versionIn, type SentAnswer } from '../lib/bench/answers';

/** An answer that the server said it has. */
export type Acknowledged = { capability: string; version: number; note: string };

const CAPABILITIES = readdirSync('content/capabilities', { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => path.basename(file, '.yaml'));

/** Saves an answer, each time by the version that somebody else was quicker with, and returns what was acknowledged. */
export async function saveAnswer(address: string, cookie: string, capability: string): Promise<Acknowledged> {
  const note = randomUUID();
  const rung = randomInt(5);
  let seen = 0;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const reply = await put({ address, cookie }, { capability, seen, rung, note });
    // The instance ended in the middle of its answer: sent again, as a page does.
    if (reply === null) continue;
    const version = versionIn(reply.status, reply.text);
    if (reply.status === 200) return { capability, version, note };
    seen = version;
  }
  throw new Error('somebody else was always quicker');
}

/** Null where the connection broke before the answer was whole. */
async function put(
  server: { address: string; cookie: string },
  answer: SentAnswer,
): Promise<{ status: number; text: string } | null> {
  try {
    const response = await putAnswer(server, DEMO_DRAFT, answer);
    return { status: response.status, text: await response.text() };
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

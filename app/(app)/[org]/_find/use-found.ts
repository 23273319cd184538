import { useEffect, useState } from 'react';
import type { Found } from '@/lib/domain/find';

/** Long enough that not every letter is sent, too short to be waited for. */
const PAUSE_MS = 120;

const UNREACHABLE = 'Rungs cannot be reached just now. Type on to try again.';

type Answer = { query: string; found: Found[] } | { query: string; fault: string };

/** What there is by this name, asked for once somebody stops typing; `null` until the first answer. */
export function useFound(org: string, assessment: string | undefined, query: string): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    const pause = setTimeout(() => {
      void ask(org, assessment, query, asked.signal).then((next) => next !== null && setAnswer(next));
    }, PAUSE_MS);
    return () => {
      clearTimeout(pause);
      asked.abort();
    };
  }, [org, assessment, query]);
  return answer;
}

/** `null` where it is not waited for any more. */
async function ask(
  org: string,
  assessment: string | undefined,
  query: string,
  signal: AbortSignal,
): Promise<Answer | null> {
  const search = new URLSearchParams({ q: query, ...(assessment === undefined ? {} : { in: assessment }) });
  try {
    const response = await fetch(`/${org}/find/results?${search}`, { signal });
    const body: unknown = await response.json();
    if (response.ok && Array.isArray(body)) return { query, found: body as Found[] };
    const said = body instanceof Object && 'message' in body ? String(body.message) : UNREACHABLE;
    return { query, fault: said };
  } catch {
    return signal.aborted ? null : { query, fault: UNREACHABLE };
  }
}

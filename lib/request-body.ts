import 'server-only';
import { failed, type Result } from './errors';

const MAX_BODY = 200_000;

/** The body of a request as JSON. Refused where it is larger than a change ever is, or no JSON. */
export async function jsonBody(request: Request): Promise<Result<unknown>> {
  const text = await textUpTo(request, MAX_BODY);
  if (text === null) return failed('invalid', `The request is larger than ${MAX_BODY} bytes.`);
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return failed('invalid', 'The request is not JSON.');
  }
}

/** The body as text; `null` once it exceeds the limit, without reading the rest. */
async function textUpTo(request: Request, bytes: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let read = 0;
  for await (const chunk of request.body ?? []) {
    read += chunk.byteLength;
    if (read > bytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

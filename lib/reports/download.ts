import { downloadAs } from './file-name';

/** The type that belongs to an ending. */
export const ENDINGS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  yaml: 'application/yaml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  zip: 'application/zip',
};

/** The answer to a download: the type that belongs to the ending, a name made of these parts, and kept by no cache. */
export const download = (
  body: string | Uint8Array | ReadableStream<Uint8Array>,
  nameParts: readonly string[],
  ending: keyof typeof ENDINGS,
): Response =>
  new Response(body instanceof Uint8Array ? new Uint8Array(body) : body, {
    headers: {
      'content-type': ENDINGS[ending],
      'content-disposition': downloadAs(nameParts, ending),
      'cache-control': 'private, no-store',
    },
  });

/** Chunks as the body of an answer: the next is made when the one before has been sent. */
export const streamOf = (chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });

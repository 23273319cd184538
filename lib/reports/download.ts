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
  ics: 'text/calendar; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

/** The answer to a download: the type that belongs to the ending, a name made of these parts, and kept by no cache. */
export const download = (
  body: string | Uint8Array,
  nameParts: readonly string[],
  ending: keyof typeof ENDINGS,
): Response =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': ENDINGS[ending],
      'content-disposition': downloadAs(nameParts, ending),
      'cache-control': 'private, no-store',
    },
  });

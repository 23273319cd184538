import { downloadAs } from './file-name';

const TYPES = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  yaml: 'application/yaml; charset=utf-8',
};

/** The answer to a download: the type that belongs to the ending, a name made of these parts, and kept by no cache. */
export const download = (
  body: string | Uint8Array,
  nameParts: readonly string[],
  ending: keyof typeof TYPES,
): Response =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': TYPES[ending],
      'content-disposition': downloadAs(nameParts, ending),
      'cache-control': 'private, no-store',
    },
  });

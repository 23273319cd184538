import 'server-only';
import { crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** A file as it goes into an archive: deflated, with size and checksum of what it was. */
export type ZipEntry = { name: string; deflated: Uint8Array; size: number; crc: number; at: Date };

export const zipEntry = (name: string, bytes: Uint8Array, at: Date): ZipEntry => ({
  ...{ name, at, size: bytes.length, crc: crc32(bytes) },
  deflated: deflateRawSync(bytes),
});

/** No file is deflated twice: the archive is framed around what is deflated already, and sent file by file. */
export async function* zipped(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] = [];
  const taken = () => {
    const those = chunks;
    chunks = [];
    return those;
  };
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  for await (const { name, deflated, size, crc, at } of entries) {
    const file: ZipInputFile = { filename: name, size, crc, compression: DEFLATE, mtime: at };
    zip.add(file);
    file.ondata?.(null, new Uint8Array(deflated), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

const DEFLATE = 8;

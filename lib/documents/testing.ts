import { execFile } from 'node:child_process';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';

/** For the tests of this folder alone. */

/** The parts of an Office file by their path. */
export function partsOf(file: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

export function partOf(file: Uint8Array, name: string): string {
  const part = partsOf(file).get(name);
  if (part === undefined) throw new Error(`the file has no ${name}`);
  return part;
}

/** Every text between two tags, without what is inside it. */
export const textsIn = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, 'g'))].map(([, text]) =>
    unescaped(text ?? ''),
  );

export const attributesIn = (xml: string, tag: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag} [^>]*?\\b${name}="([^"]*)"`, 'g'))].map(([, text]) =>
    unescaped(text ?? ''),
  );

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text
    .replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => SIGNS[name] ?? '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** LibreOffice, by SOFFICE or on the path; `null` where it is not installed. */
export function soffice(): string | null {
  const named = process.env['SOFFICE'];
  if (named !== undefined) return named;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, 'soffice')).find((file) => existsSync(file)) ?? null;
}

/** Opens files in LibreOffice and prints each as PDF; gives the PDFs that came out, by the name of the file. */
export async function printed(
  program: string,
  files: Record<string, Uint8Array>,
): Promise<Map<string, string>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rungs-office-'));
  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(path.join(folder, name), bytes)));
  await promisify(execFile)(
    program,
    [
      ...['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf'],
      ...['--outdir', folder, ...Object.keys(files).map((name) => path.join(folder, name))],
    ],
    { timeout: 150_000 },
  );
  const made = new Set(await readdir(folder));
  return new Map(
    Object.keys(files).flatMap((name) => {
      const pdf = name.replace(/\.\w+$/, '.pdf');
      return made.has(pdf) ? [[name, path.join(folder, pdf)] as const] : [];
    }),
  );
}

/** The words of a person's text line by line, without the marks of its lists and of its emphasis. */
export const wordsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^(- |\d+\. )/, '').replaceAll('*', ''))
    .filter((line) => line !== '');

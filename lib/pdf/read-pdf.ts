import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type ReadPdf = {
  /** Text of each page, spaces and line breaks as one space, places of possible breaks removed. */
  pages: string[];
  text: string;
  /** Lines of each page as they stand there, and where each ends on the right in points. */
  lines: { text: string; right: number }[];
  title: string;
  author: string;
  language: string;
  tagged: boolean;
  /** Kinds of structure elements on all pages. */
  roles: Set<string>;
  bookmarks: string[];
  links: string[];
  hasJavaScript: boolean;
};

type Node = { role?: string; children?: Node[] };

/** What a reader's program finds in a PDF; for tests. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const pages: string[] = [];
  const lines: ReadPdf['lines'] = [];
  const roles = new Set<string>();
  const links: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const joined = items
      .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
      .join('');
    lines.push(...linesOf(items));
    pages.push(joined.replaceAll('\u200b', '').replaceAll(/\s+/gu, ' '));
    collectRoles((await page.getStructTree()) as Node | null, roles);
    const annotations = (await page.getAnnotations()) as { url?: string; unsafeUrl?: string }[];
    links.push(...annotations.flatMap(({ url, unsafeUrl }) => url ?? unsafeUrl ?? []));
  }
  const info = Object.fromEntries(Object.entries((await document.getMetadata()).info));
  const outline = ((await document.getOutline()) ?? []) as { title: string }[];
  const read = {
    pages,
    text: pages.join(' '),
    lines,
    title: String(info['Title']),
    author: String(info['Author']),
    language: String(info['Language']),
    tagged: (await document.getMarkInfo())?.Marked === true,
    roles,
    bookmarks: outline.map(({ title }) => title),
    links,
    hasJavaScript: (await document.getJSActions()) !== null,
  };
  await document.loadingTask.destroy();
  return read;
}

function linesOf(items: object[]): ReadPdf['lines'] {
  const lines = new Map<number, { text: string; right: number }>();
  for (const item of items) {
    if (!('str' in item)) continue;
    const { str, transform, width } = item as { str: string; transform: number[]; width: number };
    const [x = 0, y = 0] = transform.slice(4);
    const line = lines.get(Math.round(y)) ?? { text: '', right: 0 };
    lines.set(Math.round(y), { text: line.text + str, right: Math.max(line.right, x + width) });
  }
  return [...lines.values()];
}

function collectRoles(node: Node | null, roles: Set<string>): void {
  if (node?.role !== undefined) roles.add(node.role);
  for (const child of node?.children ?? []) collectRoles(child, roles);
}

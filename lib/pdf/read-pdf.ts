import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type ReadPdf = {
  /** Text of each page, spaces and line breaks as one space, places of possible breaks removed. */
  pages: string[];
  text: string;
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
  const roles = new Set<string>();
  const links: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const joined = items
      .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
      .join('');
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

function collectRoles(node: Node | null, roles: Set<string>): void {
  if (node?.role !== undefined) roles.add(node.role);
  for (const child of node?.children ?? []) collectRoles(child, roles);
}

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of a PDF's structure tree on one page, with what stands in it. */
export type PdfElement = {
  role: string;
  /** What a picture says in words; `null` where nothing is said. */
  alt: string | null;
  children: PdfElement[];
  /** Its text and that of all within it, in the order of the tree. */
  text: string;
  /** Upper left of its first text in points from the lower left of the page; `null` where it has none. */
  at: { x: number; y: number } | null;
};

type Leaf = { type: string; id: string };
type Node = { role: string; alt?: string; children: (Node | Leaf)[] };
type Piece = { text: string; at: PdfElement['at'] };

/** The structure tree of each page as a screen reader walks through it; for tests. */
export async function readStructure(pdf: Uint8Array): Promise<PdfElement[]> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const pages: PdfElement[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const tree = (await page.getStructTree()) as unknown as Node | null;
    const pieces = piecesOf(items);
    pages.push(element({ role: 'Page', children: tree?.children ?? [] }, pieces));
  }
  await document.loadingTask.destroy();
  return pages;
}

/** All elements below one, in the order of the tree. */
export const within = (of: PdfElement): PdfElement[] =>
  of.children.flatMap((each) => [each, ...within(each)]);

/** The texts by the mark that the tree knows them by. */
function piecesOf(items: object[]): Map<string, Piece> {
  const pieces = new Map<string, Piece>();
  let id = '';
  for (const item of items) {
    if ('type' in item) id = 'id' in item && typeof item.id === 'string' ? item.id : '';
    if (id === '' || !('str' in item)) continue;
    const { str, transform } = item as { str: string; transform: number[] };
    const [x = 0, y = 0] = transform.slice(4);
    const { text, at } = pieces.get(id) ?? { text: '', at: null };
    pieces.set(id, { text: text + str, at: at ?? (str.trim() === '' ? null : { x, y }) });
  }
  return pieces;
}

function element({ role, alt, children }: Node, pieces: ReadonlyMap<string, Piece>): PdfElement {
  const below: PdfElement[] = [];
  const parts = children.map((child): Piece => {
    if (!('role' in child)) return pieces.get(child.id) ?? { text: '', at: null };
    const made = element(child, pieces);
    below.push(made);
    return made;
  });
  const text = parts.map((part) => part.text).join(' ');
  const at = parts.find((part) => part.at !== null)?.at ?? null;
  return { role, alt: alt ?? null, children: below, text: text.replaceAll(/\s+/g, ' ').trim(), at };
}

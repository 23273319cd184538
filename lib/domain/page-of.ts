/** Rows of one page, as many as one scrolls through. */
export const ROWS_A_PAGE = 50;

export type Page<Item> = { items: Item[]; page: number; pages: number };

/** One page of a list; the nearest one where the wanted page is not there. An empty list has one page, an empty one. */
export function pageOf<Item>(items: readonly Item[], wanted: number, size = ROWS_A_PAGE): Page<Item> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  return { page, pages, items: items.slice((page - 1) * size, page * size) };
}

import { withoutAccents } from './hyphenated';

/** What can be gone to by typing a part of its name: pages, teams and the content. */

export const FIND_KINDS = {
  here: 'In this assessment',
  page: 'Pages and settings',
  team: 'Teams',
  capability: 'Capabilities',
  statement: 'Statements',
  role: 'Roles',
  tool: 'Tools',
  term: 'Terms',
} as const;

export type FindKind = keyof typeof FIND_KINDS;

const KINDS = Object.keys(FIND_KINDS) as FindKind[];

export type Findable = {
  kind: FindKind;
  title: string;
  /** What tells it from others of its name, shown beside it. */
  detail: string;
  href: string;
  /** Other words by which people look for it, not shown. */
  also?: readonly string[];
};

export type Found = { kind: FindKind; heading: string; count: number; things: Omit<Findable, 'also'>[] };

/** Without case and accents: `Prüfung` is found by `prufung`. Plain text, which is nearly all, has none. */
const fold = (text: string): string => (PLAIN.test(text) ? text : withoutAccents(text)).toLowerCase();

// oxlint-disable-next-line no-control-regex -- all of ASCII
const PLAIN = /^[\x00-\x7f]*$/;

/**
 * What has every word of the query, by kind; the kind with the best match first, of equals in the order of `FIND_KINDS`, and no more of
 * each than `most`. A match counts most where it is the whole title, then its beginning, the beginning of a word in it, a part of it, and
 * least in other words of the thing.
 */
export function find(things: readonly Findable[], query: string, most: number): Found[] {
  const wanted = fold(query).trim();
  const words = wanted.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const hits = things.flatMap((thing, place) => {
    const rank = rankOf(thing, wanted, words);
    return rank === null ? [] : [{ thing, rank, place, length: thing.title.length }];
  });
  hits.sort((a, b) => a.rank - b.rank || a.length - b.length || a.place - b.place);
  const groups = KINDS.map((kind) => ({ kind, own: hits.filter(({ thing }) => thing.kind === kind) }));
  const filled = groups.filter(({ own }) => own.length > 0);
  filled.sort((a, b) => (a.own[0]?.rank ?? 0) - (b.own[0]?.rank ?? 0));
  return filled.map(({ kind, own }) => {
    const things = own
      .slice(0, most)
      .map(({ thing: { title, detail, href } }) => ({ kind, title, detail, href }));
    return { kind, heading: FIND_KINDS[kind], count: own.length, things };
  });
}

/** From 0, the best; `null` where a word is missing. */
function rankOf(thing: Findable, wanted: string, words: readonly string[]): number | null {
  const title = fold(thing.title);
  const rest = fold([thing.detail, ...(thing.also ?? [])].join(' '));
  if (title === wanted) return 0;
  if (title.startsWith(wanted)) return 1;
  const ranks = words.map((word) => {
    if (beginsWord(title, word)) return 2;
    if (title.includes(word)) return 3;
    if (beginsWord(rest, word)) return 4;
    return rest.includes(word) ? 5 : null;
  });
  return ranks.includes(null) ? null : Math.max(...ranks.map((rank) => rank ?? 0));
}

/** Whether the part stands at the beginning of a word. */
function beginsWord(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  return false;
}

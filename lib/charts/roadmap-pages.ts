import type { Timeline, TimelineGroup } from '@/lib/domain/roadmap-timeline';

/** Heights of the body of a plan's picture: as airy as its page allows, and on more pages before it gets too small to read. */
export type Page = { groups: TimelineGroup[]; rowHeight: number };

export const GROUP_HEIGHT = 14;
const AIRIEST = 17;
const DENSEST = 10;

/** The groups on as few pages as hold them, each about as full as the others. */
export function pagesOf({ groups }: Pick<Timeline, 'groups'>, height: number): Page[] {
  const pages = sharedOut(groups, height);
  // One height on all pages: what the fullest has room for.
  const rowHeight = Math.min(AIRIEST, ...pages.map((page) => roomFor(page, height)));
  return pages.map((page) => ({ groups: page, rowHeight }));
}

const roomFor = (groups: readonly TimelineGroup[], height: number): number =>
  (height - groups.length * GROUP_HEIGHT) / groups.reduce((sum, { rows }) => sum + rows.length, 0);

function sharedOut(groups: readonly TimelineGroup[], height: number): TimelineGroup[][] {
  const pages = filled(groups, height);
  if (pages.length === 1) return pages;
  let limit = height;
  // The lowest limit that still gives so few pages fills them evenly.
  while (filled(groups, limit - DENSEST).length === pages.length) limit -= DENSEST;
  return filled(groups, limit);
}

export const bodyHeight = ({ groups, rowHeight }: Page): number =>
  groups.reduce((sum, { rows }) => sum + GROUP_HEIGHT + rows.length * rowHeight, 0);

/** A group that no page holds is parted; its title stands over each part. */
function filled(groups: readonly TimelineGroup[], height: number): TimelineGroup[][] {
  const most = Math.max(1, Math.floor((height - GROUP_HEIGHT) / DENSEST));
  const pages: TimelineGroup[][] = [];
  for (const group of groups.flatMap((each) => parted(each, most))) {
    const page = pages.at(-1);
    if (page === undefined || bodyHeight({ groups: [...page, group], rowHeight: DENSEST }) > height)
      pages.push([group]);
    else page.push(group);
  }
  return pages;
}

const parted = (group: TimelineGroup, most: number): TimelineGroup[] =>
  Array.from({ length: Math.ceil(group.rows.length / most) }, (_, index) => ({
    ...group,
    rows: group.rows.slice(index * most, (index + 1) * most),
  }));

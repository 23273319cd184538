import type { Findable } from '@/lib/domain/find';

/** The name of something found, with what tells it from others on the same line. */
export const FoundText = ({ thing: { title, detail } }: { thing: Pick<Findable, 'title' | 'detail'> }) => (
  <span className="flex min-w-0 items-baseline gap-x-3">
    <span className="shrink-0 font-medium max-sm:shrink">{title}</span>
    <span className="text-quiet truncate text-sm">{detail}</span>
  </span>
);

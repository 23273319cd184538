import type { Findable } from '@/lib/domain/find';

/** The name of something found, with what tells it from others on the same line. */
export const FoundText = ({ thing: { title, detail } }: { thing: Pick<Findable, 'title' | 'detail'> }) => (
  <span className="flex min-w-0 gap-x-3 max-sm:flex-col sm:items-baseline">
    <span className="font-medium sm:shrink-0">{title}</span>
    <span className="text-quiet truncate text-sm">{detail}</span>
  </span>
);

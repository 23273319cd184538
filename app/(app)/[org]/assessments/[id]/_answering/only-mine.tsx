import type { Route } from 'next';
import type { AnsweringView } from '@/lib/assessments/answering-view';
import { Link } from '../../../../../ui/link';

/** One's own questions, or all of them, where some were given to this person. */
export function OnlyMine({ view }: { view: AnsweringView }) {
  const { mine, order } = view;
  if (mine === null) return null;
  const only = mine.only ?? (view.alone === null ? 'all' : 'mine');
  const to = (which: 'mine' | 'all') =>
    `/${view.org.slug}/assessments/${view.assessment.id}?only=${which}${order === null ? '' : `&order=${order}`}` as Route;
  const link =
    'link aria-[current]:text-ink inline-flex min-h-8 items-center aria-[current]:font-medium aria-[current]:no-underline';
  return (
    <p className="flex flex-wrap gap-x-4 text-sm">
      <Link href={to('mine')} className={link} aria-current={only === 'mine' ? 'true' : undefined}>
        Only mine ({mine.capabilities.length})
      </Link>
      <Link href={to('all')} className={link} aria-current={only === 'all' ? 'true' : undefined}>
        All
      </Link>
    </p>
  );
}

import type { Route } from 'next';
import type { NewerEdition } from '@/lib/assessments/edition-change';
import { Link } from '../../../../ui/link';

/** Says of a draft that there is newer content, and leads to each difference. Small, so that a question still fits its screen. */
export function NewerEditionNotice({
  newer: { from, to, ladders },
  base,
}: {
  newer: NewerEdition;
  base: string;
}) {
  return (
    <p className="bg-sunken border-line mb-2 rounded-md border-l-4 px-3 py-1.5 text-sm print:hidden">
      This draft is answered by content {from}; {to} is here: {ladders}.{' '}
      <Link href={`${base}/edition` as Route} className="link">
        See each difference
      </Link>
    </p>
  );
}

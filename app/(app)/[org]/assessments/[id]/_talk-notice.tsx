import type { Route } from 'next';
import { Link } from '../../../../ui/link';
import { Notice } from '../../../../ui/notice';

/** On shared answers that come from a discussion: where it is. */
export function TalkNotice({ base }: { base: string }) {
  return (
    <div className="mb-4">
      <Notice>
        Each answered alone, and the answers are opened.{' '}
        <Link href={`${base}/discuss` as Route} className="link">
          Talk about what people said
        </Link>
        ; what you agree on stands here.
      </Notice>
    </div>
  );
}

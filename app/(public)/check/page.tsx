import type { Metadata, Route } from 'next';
import { clientAddress } from '@/lib/client-address';
import { content } from '@/lib/content/load';
import { newContext } from '@/lib/context';
import { checkView } from '@/lib/domain/check-view';
import { plural } from '@/lib/domain/labels';
import { RUNGS } from '@/lib/domain/vocabulary';
import { allowed } from '@/lib/rate-limit';
import { Button, buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { CheckResult } from './check-result';

export const metadata: Metadata = {
  title: 'Find your three levels',
  description:
    'About twelve questions, no account, nothing stored: your levels by AWS, Microsoft and Google.',
};

/** The answers live in the address alone: each question is a form that sends them along with one more. */
export default async function CheckPage({ searchParams }: PageProps<'/check'>) {
  const { a, at, r } = await searchParams;
  // A check without an answer costs nothing that a visit of any page does not.
  const counted = r === undefined ? null : await allowed(newContext(), 'check', await clientAddress());
  if (counted?.ok === false) return <Notice kind="warn">{counted.message}</Notice>;
  const view = checkView(content(), { answers: one(a), capability: one(at), choice: one(r) });
  if (view.question === null) return <CheckResult view={view} />;
  const { question, before } = view;
  return (
    <form method="get" className="mx-auto max-w-2xl">
      <p className="text-quiet text-sm" role="status">
        {view.count === 0
          ? 'About twelve questions. No account, nothing is stored: your answers stand in the address of this page.'
          : `${plural(view.count, 'answer')} so far, about twelve in all`}
      </p>
      <input type="hidden" name="a" value={view.encoded} />
      <input type="hidden" name="at" value={question.id} />
      <h1 className="text-quiet mt-4 text-base font-normal">{question.title}</h1>
      <fieldset className="mt-1">
        <legend className="mb-3 text-lg font-medium">{question.question}</legend>
        {view.count === 0 && (
          <p className="mb-3 text-sm">
            Answer for what is in production today, not for the plan. Start at the bottom and climb while the
            sentence is true. Between two rungs, take the lower.
          </p>
        )}
        <div className="divide-border border-border bg-raised divide-y overflow-hidden rounded-md border">
          {RUNGS.toReversed().map((rung) => (
            <label
              key={rung}
              className="hover:bg-sunken has-checked:bg-sunken flex cursor-pointer gap-3 px-3 py-2.5"
            >
              <input type="radio" name="r" value={rung} required className="mt-1 size-4 shrink-0" />
              <span className="w-3 shrink-0 font-medium">{rung}</span>
              <span>{question.rungs[rung]}</span>
            </label>
          ))}
        </div>
        <label className="mt-2 flex min-h-8 cursor-pointer items-center gap-3 px-3">
          <input type="radio" name="r" value="d" className="size-4" />
          Don’t know
        </label>
        {question.notApplicable !== null && (
          <label className="flex min-h-8 cursor-pointer gap-3 px-3 py-1">
            <input type="radio" name="r" value="n" className="mt-1 size-4 shrink-0" />
            <span>Not applicable: {question.notApplicable}</span>
          </label>
        )}
      </fieldset>
      <div className="mt-6 flex justify-between gap-4">
        {before === null ? (
          <span />
        ) : (
          <Link href={`/check?a=${before}` as Route} className={buttonClass('plain')}>
            Back
          </Link>
        )}
        <Button kind="primary" type="submit">
          Next
        </Button>
      </div>
    </form>
  );
}

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

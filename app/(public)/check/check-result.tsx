import type { Route } from 'next';
import type { CheckView } from '@/lib/domain/check-view';
import { list, plural } from '@/lib/domain/labels';
import { signUpRule } from '@/lib/users/sign-up-rule';
import { buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { Vendor } from '../../ui/vendor';

/** The three levels, exactly, and for each the first requirement that stopped it. */
export function CheckResult({ view }: { view: CheckView }) {
  const { models, encoded, count, before } = view;
  return (
    <div className="max-w-3xl">
      <p className="text-quiet text-sm">
        {plural(count, 'answer')} settled all three levels. Nothing was stored.
      </p>
      <h1 className="mt-3 text-xl">
        You are at {list(models.map(({ name, level }) => `${name} ${level}`))}.
      </h1>
      <ul className="mt-6 space-y-6">
        {models.map(({ id, level, best, levels, stopped }) => (
          <li key={id} className="border-line border-t pt-4">
            <h2 className="text-lg">
              <Vendor id={id} />: {level}
              {best !== level && (
                <span className="text-base font-normal"> (up to {best} if what you do not know is so)</span>
              )}
            </h2>
            <ol className="mt-2 flex flex-wrap gap-2 text-sm">
              {levels.map((each) => (
                <li
                  key={each.id}
                  className={`border-border rounded-sm border px-2 py-1 ${each.reached ? 'bg-rung-2' : 'text-quiet'}`}
                >
                  {each.short === each.name ? each.name : `${each.short} ${each.name}`}
                  {each.reached ? ' ✓' : ''}
                </li>
              ))}
            </ol>
            {stopped !== null && (
              <p className="mt-2">
                {stopped.label} {stopped.known ? 'is not reached' : 'waits for an answer you do not know'}:{' '}
                <b>{stopped.title}</b> would have to be on rung {stopped.needs}.
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-8 max-w-prose">
        These levels are exact. What else is missing, and what to do first, needs the other questions: half an
        hour for a team.
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        {signUpRule() === 'open' && (
          <Link href={`/signup?kept=${encoded}` as Route} className={buttonClass('primary')}>
            Keep it and go on
          </Link>
        )}
        {before !== null && (
          <Link href={`/check?a=${before}` as Route} className={buttonClass('plain')}>
            Back
          </Link>
        )}
        <Link href="/check" className={buttonClass('quiet')}>
          Start again
        </Link>
      </div>
    </div>
  );
}

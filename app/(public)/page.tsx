import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { signedIn } from '@/lib/auth/session';
import { content } from '@/lib/content/load';
import { newContext } from '@/lib/context';
import { isDemo } from '@/lib/demo/demo-mode';
import { DOORS } from '@/lib/demo/doors';
import { MODEL_IDS, RUNG_NAMES, VENDORS } from '@/lib/domain/vocabulary';
import { homeOf } from '@/lib/users/home-of';
import { signUpRule } from '@/lib/users/sign-up-rule';
import { buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { Vendor } from '../ui/vendor';
import { DemoDoors } from './_landing/demo-doors';
import { LadderPicture } from './_landing/ladder-picture';

export const metadata: Metadata = {
  title: { absolute: 'Rungs: MLOps maturity by AWS, Microsoft and Google' },
};

export default async function LandingPage({ searchParams }: PageProps<'/'>) {
  const ctx = newContext();
  const person = await signedIn();
  const { stay } = await searchParams;
  const home = person === null || stay === '1' ? null : await homeOf(ctx, person.userId);
  if (home !== null) redirect(home as Route);
  const demo = await isDemo(ctx);
  return (
    <>
      <section className="max-w-3xl py-8">
        {demo && <p className="text-quiet mb-4 text-sm">Demo data: look around, change what you like.</p>}
        <h1 className="text-2xl">
          How mature is your machine-learning operation, by AWS, Microsoft and Google?
        </h1>
        <p className="mt-4 max-w-prose text-lg">
          Say once on which rung you stand. Read it by three rulers. See what is missing for the next level
          and what to do first.
        </p>
        {demo && <DemoDoors doors={DOORS.map(({ id, label, says }) => ({ id, label, says }))} />}
        <div className="mt-8 flex flex-wrap gap-3">
          <Link href="/check" className={buttonClass(demo ? 'plain' : 'primary')}>
            Find your three levels in about 12 questions
          </Link>
          {signUpRule() === 'open' ? (
            <Link href="/signup" className={buttonClass('plain')}>
              Create an account
            </Link>
          ) : (
            <Link href="/signin" className={buttonClass('plain')}>
              Sign in
            </Link>
          )}
          <a download href="/sample-report.pdf" className={buttonClass('quiet')}>
            See a sample report (PDF)
          </a>
        </div>
        <p className="text-quiet mt-2 text-sm">
          The twelve questions need no account, and nothing is stored.
        </p>
      </section>
      <section className="border-line grid gap-8 border-t py-8 md:grid-cols-[3fr_2fr]">
        <div className="max-w-prose space-y-4">
          <h2 className="text-lg">Why Rungs exists</h2>
          <p>
            The three vendors publish maturity levels, not questionnaires, and they disagree: retraining on
            drift is Microsoft’s top level, one option at Google’s middle level, and absent from AWS’s phases.
            A team that fills in three questionnaires answers the same question three times and gets three
            reports that cannot be compared.
          </p>
          <p>
            Rungs asks about 43 capabilities instead. Each is a ladder of five rungs, worded so that two
            people of one team choose the same. Every statement of every model is tied to a rung, so one
            answer is read three ways, and each vendor’s questionnaire can be taken on its own.
          </p>
          <p>
            What is not known stays visible: an open answer widens the result to a range and is never counted
            as a no. Every number opens into the answers and statements it came from.
          </p>
        </div>
        <LadderPicture
          ladder={content().capabilities.find(({ id }) => id === 'model-deployment')}
          names={RUNG_NAMES}
        />
      </section>
      <section className="border-line border-t py-8">
        <h2 className="mb-4 text-lg">The three models</h2>
        <ul className="grid gap-6 sm:grid-cols-3">
          {MODEL_IDS.map((id) => {
            const { title, levels, criteria } = content().models[id];
            return (
              <li key={id}>
                <p className="font-medium">
                  <Vendor id={id} />
                </p>
                <p className="text-sm">{title}</p>
                <p className="text-quiet mt-1 text-sm">
                  {levels.map((level) => (id === 'aws' ? level.name : `L${level.id}`)).join(' · ')}
                </p>
                <p className="text-quiet text-sm">
                  {criteria.length} statements, in our words, each with its source
                </p>
              </li>
            );
          })}
        </ul>
        <p className="text-quiet mt-6 text-sm">
          The statements are our words, not those of {MODEL_IDS.map((id) => VENDORS[id].name).join(', ')}.
          None of them endorses Rungs.
        </p>
      </section>
    </>
  );
}

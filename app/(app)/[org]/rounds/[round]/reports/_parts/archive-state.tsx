import type { Route } from 'next';
import { dateText, plural } from '@/lib/domain/labels';
import { VENDORS } from '@/lib/domain/vocabulary';
import type { JobView } from '@/lib/jobs/job-view';
import { Button, buttonClass } from '../../../../../../ui/button';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { Notice } from '../../../../../../ui/notice';
import { ServerForm } from '../../../../../../ui/server-form';
import { cancelJobAction } from '../actions';
import { LookAgain } from './look-again';

type Props = { org: string; round: string; job: JobView };

/** One archive: how far it is or where it is fetched, who asked for it, and what is not in it. */
export function ArchiveState({ org, round, job }: Props) {
  const here = `/${org}/rounds/${round}/reports`;
  const active = job.status === 'queued' || job.status === 'running';
  return (
    <div className="border-line max-w-3xl space-y-3 border-l-4 px-4 py-2">
      {active && (
        <>
          <p className="text-lg" role="status">
            {job.progress}
          </p>
          <progress className="w-full" aria-label="Reports that are done" max={job.total} value={job.done} />
          <LookAgain here={here} />
        </>
      )}
      {job.status === 'failed' && (
        <Notice kind="warn">{job.error ?? 'The reports could not be made.'}</Notice>
      )}
      {job.status === 'done' && (
        // Plain, as it leads to a file and not to a page.
        <a href={`${here}/${job.id}` as Route} className={buttonClass('primary')} download>
          Download {plural(job.total - job.failures.length, 'report')} (zip)
        </a>
      )}
      {job.failures.length > 0 && <Failures failures={job.failures} />}
      <p className="text-quiet text-sm">
        {wanted(job.input)}. {job.by} asked for it on {momentText(job.at)}.
        {job.expiresAt !== null && ` It is kept until ${momentText(job.expiresAt)}.`}
      </p>
      <ServerForm action={cancelJobAction} label={active ? 'Cancel' : 'Delete this archive'}>
        <HiddenFields of={{ org, id: round, job: job.id }} />
        <Button type="submit">{active ? 'Cancel' : 'Delete'}</Button>
      </ServerForm>
    </div>
  );
}

function Failures({ failures }: Pick<JobView, 'failures'>) {
  return (
    <div className="text-sm">
      <p className="text-warn">
        {plural(failures.length, 'report')} could not be made; the others are there:
      </p>
      <ul className="list-disc pl-5">
        {failures.map(({ team, why }) => (
          <li key={team} className="wrap-anywhere">
            {team}: {why}
          </li>
        ))}
      </ul>
    </div>
  );
}

const wanted = ({ edition, paper, only }: JobView['input']): string =>
  [
    edition === 'full' ? 'Full reports' : 'Short reports',
    paper === 'a4' ? 'on A4' : 'on US Letter',
    ...(only === null ? [] : [`by ${VENDORS[only].name} alone`]),
  ].join(' ');

/** `21 Nov 2026 at 20:44 UTC`. */
const momentText = (instant: string): string => `${dateText(instant)} at ${instant.slice(11, 16)} UTC`;

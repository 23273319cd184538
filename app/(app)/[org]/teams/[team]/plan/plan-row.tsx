import { dateText } from '@/lib/domain/labels';
import type { PlannedStep } from '@/lib/domain/plan-state';
import { STATE_WORDS, STATUS_WORDS } from '@/lib/domain/plan-words';
import type { PlanOfTeamStep } from '@/lib/plans/plan-of-team';
import { AcceptStep, StepForm } from './step-form';

type Props = {
  org: string;
  team: string;
  step: PlannedStep;
  title: string;
  kept: PlanOfTeamStep | undefined;
  /** Gone once the step needs no climb any more. */
  action: string | undefined;
  mayKeep: boolean;
};

/** One step of a plan: how it stands, who does it, and the form that changes that. */
export function PlanRow({ org, team, step, title, kept, action, mayKeep }: Props) {
  const { id, to, state, dueOn, promisedOn, late } = step;
  const where = { org, team, step: id, version: kept?.version ?? 0 };
  const open = state !== 'reached' && mayKeep;
  return (
    <li className="border-line border-t py-3 text-sm first:border-t-0">
      <div className="grid gap-x-6 gap-y-1 md:grid-cols-[16rem_9rem_minmax(0,1fr)_auto] md:items-baseline">
        <h3 className="font-medium">{title}</h3>
        <span className={late || state === 'reopened' ? 'text-warn' : 'text-quiet'}>
          {STATE_WORDS[state]}
          {late && ', late'}
        </span>
        <span>
          due {dateText(dueOn)}
          {dueOn !== promisedOn && <span className="text-quiet"> instead of {dateText(promisedOn)}</span>}
          {kept?.owner != null && ` · ${kept.owner}`}
          {kept?.ticket != null && (
            <>
              {' · '}
              <a href={kept.ticket} rel="noreferrer" className="link wrap-anywhere">
                ticket
              </a>
            </>
          )}
        </span>
        {state === 'to-accept' && mayKeep && <AcceptStep {...where} rung={to} title={title} />}
      </div>
      {kept !== undefined && kept.evidence.length > 0 && (
        <p className="text-quiet mt-1">
          Shown:{' '}
          {kept.evidence.map(({ title: name, url }, index) => (
            <span key={`${name} ${url}`}>
              {index > 0 && ', '}
              {url === undefined ? (
                name
              ) : (
                <a href={url} rel="noreferrer" className="link">
                  {name}
                </a>
              )}
            </span>
          ))}
        </p>
      )}
      {kept?.note != null && <p className="mt-1 max-w-prose wrap-anywhere">{kept.note}</p>}
      {open && (
        <details className="mt-1">
          <summary className="text-accent min-h-6">
            What is to be done, and by whom<span className="sr-only">: {title}</span>
          </summary>
          <div className="mt-2 space-y-4">
            {action !== undefined && <p className="max-w-prose">{action}</p>}
            <StepForm
              {...where}
              statuses={Object.entries(STATUS_WORDS)}
              kept={{
                owner: kept?.owner ?? '',
                status: kept?.status ?? 'planned',
                dueOn: kept?.dueOn ?? '',
                ticket: kept?.ticket ?? '',
                note: kept?.note ?? '',
              }}
            />
          </div>
        </details>
      )}
    </li>
  );
}

import type { ReactNode } from 'react';
import type { ListedDecision, ListedProposal } from '@/lib/decisions/list-decisions';
import { dateText, plural } from '@/lib/domain/labels';
import { waitText } from '@/lib/domain/what-it-takes';
import { TeamLinks } from '../_team-links';
import { ChangeForm, DismissForm, MakeForm, SettleForm, StatusForm } from './forms';

type Props = { org: string; mayDecide: boolean };

/** An open decision with the teams that wait for it, and the forms that change and settle it. */
export function OpenDecision({ org, mayDecide, decision }: Props & { decision: ListedDecision }) {
  const { id, version, title, beforeOn, source, waiting, outcome } = decision;
  const seen = { org, id, version };
  return (
    <li className="border-line border-t py-3 first:border-t-0">
      <Head title={title}>{waitText(decision) || 'no team is said to wait'}</Head>
      <Teams org={org} teams={decision.waitingTeams} />
      {source !== null && decision.waitingTeams.length === 0 && (
        <p className="text-quiet text-sm">The plans do not ask for it any more.</p>
      )}
      {mayDecide && (
        <div className="mt-1 flex flex-wrap items-start gap-x-6 gap-y-2 text-sm">
          <SettleForm seen={seen} outcome={outcome ?? ''} title={title} />
          <ChangeForm
            seen={seen}
            said={{ title, beforeOn: beforeOn ?? '', waiting: source === null ? waiting : null }}
          />
          <StatusForm seen={seen} status="dismissed" title={title} />
        </div>
      )}
    </li>
  );
}

/** What the plans ask for, and what can be made of it. */
export function Proposed({ org, mayDecide, proposal }: Props & { proposal: ListedProposal }) {
  const { key, title, beforeOn, teams } = proposal;
  return (
    <li className="border-line border-t py-3 first:border-t-0">
      <Head title={title}>{waitText({ teams: teams.length, beforeOn })}</Head>
      <Teams org={org} teams={teams} />
      {mayDecide && (
        <div className="mt-1 flex flex-wrap items-start gap-x-6 gap-y-2 text-sm">
          <MakeForm org={org} source={key} title={title} beforeOn={beforeOn ?? ''} />
          <DismissForm org={org} source={key} title={title} />
        </div>
      )}
    </li>
  );
}

/** What was decided, or taken off, and by whom. */
export function Settled({ org, mayDecide, decision }: Props & { decision: ListedDecision }) {
  const { id, version, title, status, outcome, by, updatedAt } = decision;
  return (
    <li className="border-line border-t py-3 first:border-t-0">
      <Head title={title}>
        {status === 'decided' ? 'decided' : 'dismissed'}, {by}, {dateText(updatedAt.toISOString())}
      </Head>
      {status === 'decided' && outcome !== null && (
        <p className="max-w-prose text-sm wrap-anywhere">{outcome}</p>
      )}
      {mayDecide && <StatusForm seen={{ org, id, version }} status="open" title={title} />}
    </li>
  );
}

const Head = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="flex flex-wrap items-baseline justify-between gap-x-6">
    <h3 className="text-base wrap-anywhere">{title}</h3>
    <p className="text-quiet text-sm">{children}</p>
  </div>
);

function Teams({ org, teams }: { org: string; teams: readonly { slug: string; name: string }[] }) {
  if (teams.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="link min-h-6">{plural(teams.length, 'team')}</summary>
      <div className="pt-1">
        <TeamLinks org={org} teams={teams} />
      </div>
    </details>
  );
}

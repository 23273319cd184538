import type { Metadata } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { listShares } from '@/lib/shares/list-shares';
import { Section } from '../../../ui/section';
import { createShareAction } from './actions';
import { CreateForm } from './create-form';
import { ShareList } from './share-list';

export const metadata: Metadata = { title: 'Shared views' };

export default async function SharesPage({ params }: PageProps<'/[org]/shares'>) {
  const { org: slug } = await params;
  const { org, ctx } = await requireMember({ org: slug }, 'share.manage', `/${slug}/shares`);
  const shares = await listShares(ctx);
  return (
    <>
      <h1 className="text-xl">Shared views of {org.name}</h1>
      <p className="text-quiet mt-1 mb-6 max-w-prose text-sm">
        A link shows the scorecard as it was when the link was made, to whoever has it, without an account. No
        team is named in it. Mail programs that look at links before people do are counted as openings too,
        unless the link asks for a code.
      </p>
      <Section title="Share the scorecard as it is now">
        <CreateForm
          action={createShareAction}
          hidden={{ org: slug }}
          opens="the scorecard as it is now"
          button="Freeze and make the link"
        />
      </Section>
      <Section title="Links">
        <ShareList org={slug} shares={shares} />
      </Section>
    </>
  );
}

import type { Metadata } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { brandOf } from '@/lib/brands/brand-of';
import { logoSize, logoSvg } from '@/lib/domain/brand';
import { can } from '@/lib/domain/policy';
import type { Logo } from '@/lib/domain/schema/brand';
import { Notice } from '../../../../ui/notice';
import { SettingsTabs } from '../_tabs';
import { BrandForms } from './brand-forms';
import { Preview, type ShownLogo } from './preview';

export const metadata: Metadata = { title: 'Brand' };

/** How the organisation's documents look, beside what they look like. */
export default async function BrandPage({ params, searchParams }: PageProps<'/[org]/settings/brand'>) {
  const { org: slug } = await params;
  const { org, ctx } = await requireMember({ org: slug }, 'org.read', `/${slug}/settings/brand`);
  const brand = await brandOf(ctx, org.name);
  const { refused } = await searchParams;
  const mayChange = can(ctx.actor, 'brand.change', { orgId: org.id });
  const logo = brand.logo === null ? null : shown(brand.logo, `Logo of ${brand.name}`);
  return (
    <>
      <h1 className="mb-4 text-xl">Settings of {org.name}</h1>
      <SettingsTabs org={slug} actor={ctx.actor} current="/brand" />
      <p className="text-quiet mb-6 max-w-prose text-sm">
        What stands here is printed on the reports, scorecards and plans of {org.name}, and on reports that
        its members hand over in its name in other organisations.
      </p>
      {refused === 'too-large' && (
        <div className="mb-6">
          <Notice kind="warn">
            That file is too large. A logo may have 2 MB, or 200 kB as SVG. Nothing was changed.
          </Notice>
        </div>
      )}
      {mayChange ? (
        <BrandForms
          org={slug}
          organisation={org.name}
          brand={{
            // An empty field follows the organisation when it is renamed.
            name: brand.name === org.name ? '' : brand.name,
            accent: brand.accent ?? '',
            confidentiality: brand.confidentiality ?? '',
            version: brand.version,
          }}
          logo={logo}
        />
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
          <p>Your role here is {ctx.actor.role}. An owner or admin may change logo, colour and names.</p>
          <Preview
            pdf={`/${slug}/settings/brand/pdf`}
            name={brand.name}
            accent={brand.accent}
            confidentiality={brand.confidentiality ?? ''}
            logo={logo}
          />
        </div>
      )}
    </>
  );
}

const shown = (logo: Logo, alt: string): ShownLogo => ({
  src: `data:image/svg+xml;base64,${Buffer.from(logoSvg(logo)).toString('base64')}`,
  alt,
  ...logoSize(logo),
});

import type { Metadata, Route } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { plural } from '@/lib/domain/labels';
import { isOpenSource } from '@/lib/domain/licences';
import { TOOL_PLATFORMS } from '@/lib/domain/vocabulary';
import { Button } from '../../../../ui/button';
import { Link } from '../../../../ui/link';

export const metadata: Metadata = { title: 'Tools' };

export default async function ToolsPage({ params, searchParams }: PageProps<'/[org]/library/tools'>) {
  const { org: slug } = await params;
  const { ctx } = await requireMember({ org: slug, anywhere: true }, 'org.read', `/${slug}/library/tools`);
  const { platform, capability } = await searchParams;
  const { tools, capabilities } = ctx.content;
  const shown = tools.filter(
    (tool) =>
      (typeof platform !== 'string' || platform === '' || tool.platform === platform) &&
      (typeof capability !== 'string' || capability === '' || tool.capabilities.includes(capability)),
  );
  const titleOf = (id: string) => capabilities.find((each) => each.id === id)?.title ?? id;
  const select = 'block min-h-10 max-w-full rounded-md border border-border bg-raised px-2 text-sm';
  return (
    <>
      <h1 className="mb-4 text-xl">Tools</h1>
      <form method="get" className="mb-6 flex flex-wrap items-end gap-4">
        <label className="text-sm">
          Platform
          <select
            name="platform"
            defaultValue={typeof platform === 'string' ? platform : ''}
            className={select}
          >
            <option value="">all</option>
            {Object.entries(TOOL_PLATFORMS).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="min-w-0 text-sm">
          Capability
          <select
            name="capability"
            defaultValue={typeof capability === 'string' ? capability : ''}
            className={select}
          >
            <option value="">all</option>
            {capabilities.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit">Show</Button>
        <p className="text-quiet text-sm">{plural(shown.length, 'tool')}</p>
      </form>
      {shown.length === 0 && <p>No tool fits both. Choose another platform or capability.</p>}
      <ul className="divide-line divide-y">
        {shown.map(({ id, name, url, platform: on, licence, capabilities: serves }) => (
          <li
            key={id}
            id={id}
            className="target:bg-sunken grid gap-x-6 gap-y-0.5 py-2 sm:grid-cols-[16rem_10rem_minmax(0,1fr)]"
          >
            <a href={url} className="link" rel="noreferrer">
              {name}
            </a>
            <span className="text-quiet text-sm">
              {TOOL_PLATFORMS[on]}
              {isOpenSource(licence) && on !== 'open-source' && ', open source'}, {licence}
            </span>
            <span className="text-sm">
              {serves.map((each, index) => (
                <span key={each}>
                  {index > 0 && ', '}
                  <Link href={`/${slug}/library/capabilities/${each}` as Route} className="link">
                    {titleOf(each)}
                  </Link>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { Metadata, Route } from 'next';
import { comparedRoadmaps } from '@/lib/domain/compared-roadmaps';
import { compareScenarios } from '@/lib/plans/compare-scenarios';
import { Button } from '../../../../../../ui/button';
import { Link } from '../../../../../../ui/link';
import { AssessmentHead } from '../../_head';
import { openReport } from '../../_open-report';

type Props = PageProps<'/[org]/assessments/[id]/roadmap/compare'>;

export const metadata: Metadata = { title: 'Compare scenarios' };

/** Two or three ways to climb side by side; which ones stands in the address. */
export default async function CompareScenariosPage({ params, searchParams }: Props) {
  const [{ org: slug, id }, { scenario }] = await Promise.all([params, searchParams]);
  const opened = await openReport(slug, id, undefined, 'roadmap/compare');
  const { ctx, loaded, base } = opened;
  const asked = [scenario ?? []].flat();
  const { compared, all } = await compareScenarios(ctx, loaded, asked);
  const rows = comparedRoadmaps(
    loaded.content,
    compared.map(({ roadmap }) => roadmap),
  );
  return (
    <>
      <AssessmentHead opened={opened} current="roadmap" />
      <h2 className="mb-4 text-lg">Scenarios side by side</h2>
      {compared.length < 2 ? (
        <p className="max-w-prose">
          Save two scenarios first: the same climb with other people, other targets or another start.
        </p>
      ) : (
        <>
          {all.length > 2 && (
            <form method="get" className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
              <fieldset className="flex flex-wrap gap-x-6 gap-y-2">
                <legend className="sr-only">Two or three of them</legend>
                {all.map((each) => (
                  <label key={each.id} className="flex min-h-6 items-center gap-2">
                    <input
                      type="checkbox"
                      name="scenario"
                      value={each.id}
                      defaultChecked={compared.some((own) => own.id === each.id)}
                      className="accent-accent size-4"
                    />
                    {each.name}
                  </label>
                ))}
              </fieldset>
              <Button type="submit">Compare these, up to three</Button>
            </form>
          )}
          <div
            className="relative overflow-x-auto"
            role="region"
            aria-label="Scenarios side by side"
            tabIndex={0}
          >
            <table className="w-full text-sm">
              <thead>
                <tr className="border-border border-b text-left align-bottom">
                  <th scope="col" className="py-2 pr-6">
                    <span className="sr-only">What</span>
                  </th>
                  {compared.map((each) => (
                    <th key={each.id} scope="col" className="min-w-40 py-2 pr-6 font-medium">
                      <Link href={`${base}/roadmap?scenario=${each.id}` as Route} className="link">
                        {each.name}
                      </Link>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ title, cells }) => (
                  <tr key={title} className="border-line border-b align-top">
                    <th scope="row" className="text-quiet py-2 pr-6 text-left font-normal">
                      {title}
                    </th>
                    {cells.map((cell, index) => (
                      <td key={compared[index]?.id} className="py-2 pr-6">
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

import type { View } from '@/lib/pdf/view';
import { Chapter, WideTable } from './chapter';

/** How the levels are read, and from which texts. */
export function MethodChapter({ view }: { view: View['method'] }) {
  const models = view.several ? 'maturity models' : 'maturity model';
  return (
    <Chapter id="method">
      <div className="max-w-prose space-y-3">
        <p>
          This report rests on {view.capabilities}. Each is a ladder of five rungs, from 0, absent, to 4,
          governed, and the team said on which rung it stands for most use cases in production. {view.scope}
        </p>
        <p>
          Each statement of the {models} is tied to a rung, so that one answer is read by every statement that
          it decides. What a level’s statements together ask of a capability is one requirement.{' '}
          <b>A level is reached when none of its requirements, and none of a lower level, is missing.</b>{' '}
          Nothing is averaged
          {view.several &&
            ', and no level is converted into another’s: each model is read from the answers by itself'}
          .
        </p>
        <p>
          What is not known counts neither as yes nor as no: it widens a result to a range. What does not
          apply is left out, and said. A person may state that a single statement holds or does not; this is
          marked “stated”. Advice counts towards no level. Climbs are rungs to go up; days are person-days by
          judgement, typically right within half and double.
        </p>
      </div>
    </Chapter>
  );
}

/** The vendors' texts that the statements come from. */
export function SourcesChapter({ view }: { view: View['method'] }) {
  return (
    <Chapter id="sources">
      {view.sources.map(({ mark, name, edition, notice, texts }) => (
        <div key={name} className="mb-4 max-w-prose break-inside-avoid text-sm">
          <p>
            <span aria-hidden="true" className="text-accent">
              {mark}{' '}
            </span>
            <b>{name}</b>, text of {edition}. {notice}
          </p>
          <ul className="list-disc pl-6">
            {texts.map(({ title, href, licence }) => (
              <li key={href}>
                <a href={href} className="link">
                  {title}
                </a>
                . Licence: {licence}.
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Chapter>
  );
}

/** Shares by domain, pillar, phase and side; for one vendor the statements of its areas. */
export function StandingChapter({ view }: { view: NonNullable<View['standing']> }) {
  if (view.groups.length === 0) return <AreasChapter areas={view.areas} />;
  return (
    <Chapter id="standing">
      <p className="mb-4 max-w-prose">
        The share is the mean of rung ÷ 4 over what applies. It says where to look; no level is read from it.
        Over the four pillars, a quarter each: {view.overall}. Over capabilities that no vendor asks for:{' '}
        {view.beyond}.
      </p>
      <div className="grid gap-8 md:grid-cols-2">
        {[{ name: 'Domain', rows: view.domains }, ...view.groups].map(({ name, rows }) => (
          <table key={name} className="w-full self-start text-sm">
            <thead>
              <tr className="text-left">
                <th scope="col" className="py-1 font-medium">
                  {name}
                </th>
                <th scope="col" className="text-quiet py-1 text-right font-normal">
                  share
                </th>
                <th scope="col" className="text-quiet py-1 text-right font-normal">
                  lowest
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.name} className="border-line border-t">
                  <th scope="row" className="py-1 text-left font-normal">
                    {row.name}
                  </th>
                  <td className="py-1 text-right">{row.share}</td>
                  <td className="py-1 text-right">{row.lowest}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </Chapter>
  );
}

const COLUMNS = ['✓ holds', '✗ not yet', '? not known', '– not applicable', '· not asked'];

function AreasChapter({ areas }: { areas: NonNullable<View['standing']>['areas'] }) {
  return (
    <Chapter id="standing">
      <p className="mb-4 max-w-prose">How many statements of each area hold.</p>
      <WideTable label="Statements by area">
        <thead>
          <tr>
            <th scope="col">Area</th>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ name, counts }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {COLUMNS.map((column, index) => (
                <td key={column}>{counts[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Chapter>
  );
}

/** What another program needs to come to the same figures. */
export function CheckChapter({ view }: { view: View['check'] }) {
  return (
    <Chapter id="check">
      <div className="max-w-prose space-y-3">
        {view.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <ul className="list-disc pl-6">
          {view.ways.map(({ words, href }) => (
            <li key={words} className="break-all">
              {href === null ? (
                <code>{words}</code>
              ) : (
                <a href={href} className="link">
                  {words}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
      <dl className="mt-4 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[12rem_1fr]">
        {view.facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </Chapter>
  );
}

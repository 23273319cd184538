import type { View } from '@/lib/pdf/view';
import { Chapter, WideTable } from './chapter';

type Model = View['statements'][number];

/** Every statement of each model, by its own levels and areas. */
export function StatementsChapter({ view }: { view: View['statements'] }) {
  return (
    <Chapter id="statements" newPage>
      {view.map((model) => (
        <div key={model.name} className="mb-10">
          <h3 className="text-lg">
            <span aria-hidden="true" className="text-accent">
              {model.mark}{' '}
            </span>
            {model.name}
          </h3>
          {model.levels.map((level) => (
            <Level key={level.title} level={level} />
          ))}
        </div>
      ))}
    </Chapter>
  );
}

function Level({ level }: { level: Model['levels'][number] }) {
  const { title, meaning, count, reached, areas } = level;
  return (
    <div className="mt-5">
      <h4 className="text-base font-medium">
        {title}
        {reached && ' ✓'}
      </h4>
      <p className="text-quiet mb-2 max-w-prose text-sm">
        {meaning} {count}.
      </p>
      {areas.length > 0 && (
        <WideTable label={`Statements of ${title}`}>
          <thead>
            <tr>
              <th scope="col">id</th>
              <th scope="col">statement</th>
              <th scope="col">reading</th>
              <th scope="col">read from</th>
            </tr>
          </thead>
          {areas.map(({ name, rows }) => (
            <tbody key={name}>
              <tr>
                <th scope="rowgroup" colSpan={4} className="font-medium">
                  {name}
                </th>
              </tr>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          ))}
        </WideTable>
      )}
    </div>
  );
}

function Row({ row }: { row: Model['levels'][number]['areas'][number]['rows'][number] }) {
  const { id, text, kind, mark, holds, stated, from, remarks } = row;
  return (
    <tr>
      <td className="text-quiet w-24 whitespace-nowrap normal-nums">{id}</td>
      <td className="w-1/2">
        <span className={kind === 'information' ? 'text-quiet' : ''}>
          {text}
          {kind !== null && ` (${kind})`}
        </span>
        {remarks.map((remark) => (
          <span key={remark} className="text-quiet block break-words">
            {remark}
          </span>
        ))}
      </td>
      <td className="w-32 whitespace-nowrap">
        {mark} {holds}
        {stated && <span className="text-quiet block">stated</span>}
      </td>
      <td className="text-quiet">
        {from.map((each) => (
          <span key={each} className="block">
            {each}
          </span>
        ))}
      </td>
    </tr>
  );
}

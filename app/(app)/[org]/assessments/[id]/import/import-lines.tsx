import type { MergeLine } from '@/lib/domain/merge-answers';

const WORDS: Record<MergeLine['outcome'], string> = {
  added: 'new',
  differs: 'differs',
  'as it is': 'as it is',
  refused: 'refused',
};

/** What the file says beside what is there. What is new is ticked; what would replace something is not until a person ticks it. */
export function ImportLines({ lines }: { lines: readonly MergeLine[] }) {
  return (
    <div className="max-h-[60vh] overflow-auto" tabIndex={0} role="region" aria-label="Line by line">
      <table className="w-full min-w-2xl text-sm">
        <thead>
          <tr className="border-border border-b text-left">
            {['Take', 'Line', 'Of what', 'Here', 'In the file', 'So'].map((title) => (
              <th key={title} scope="col" className="py-1 pr-4 font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, key, subject, outcome, kept, arriving, words }) => (
            <tr key={`${line} ${key ?? words}`} className="border-line border-b align-top">
              <td className="py-1 pr-4">
                {key !== null && outcome !== 'as it is' && (
                  <label className="inline-flex min-h-6 min-w-6 items-center">
                    <input
                      type="checkbox"
                      name="take"
                      value={key}
                      defaultChecked={outcome === 'added'}
                      aria-label={`Take ${subject} of line ${line}`}
                      className="size-4"
                    />
                  </label>
                )}
              </td>
              <td className="py-1 pr-4 tabular-nums">{line}</td>
              <td className="max-w-48 py-1 pr-4 break-words">{subject}</td>
              <td className="text-quiet max-w-60 py-1 pr-4 break-words">{kept}</td>
              <td className="max-w-60 py-1 pr-4 break-words">{arriving}</td>
              <td className={`max-w-60 py-1 break-words ${outcome === 'refused' ? 'text-warn' : ''}`}>
                {WORDS[outcome]}
                {words !== '' && `: ${words}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

'use client';

import { useActionState, useRef, useState } from 'react';
import type { ShownState } from '@/lib/action';
import { Button } from './button';
import { TextArea } from './field';
import { Notice } from './notice';

type Row = { line: number; outcome: string; words: string };
type Report<Each extends Row> = { rows: Each[]; written: boolean };
type State<Each extends Row> = ShownState<Report<Each>>;

/** What a form can send with what is around it; the server has limits of its own. */
const MOST_BYTES = 2_000_000;

/** A list as CSV: checked first, line by line; written as a whole or not at all. Posts and works the same without JavaScript. */
export function CsvForm<Each extends Row>({
  org,
  action,
  label,
  hint,
  example,
  go,
  outcomes,
  columns,
}: {
  org: string;
  action: (state: State<Each>, form: FormData) => Promise<State<Each>>;
  label: string;
  hint: string;
  example: string;
  /** The value and the words of the button that writes, by how many lines change something. */
  go: { value: string; words: (count: number) => string; done: string };
  /** In the order in which they are counted; the first ones change something, the last is what stops the list. */
  outcomes: { changing: readonly Each['outcome'][]; still: readonly Each['outcome'][] };
  columns: { title: string; cell: (row: Each) => string }[];
}) {
  const [{ message, fields, values, value }, submit, pending] = useActionState(action, {});
  const text = useRef<HTMLTextAreaElement>(null);
  const count = (outcome: string): number =>
    (value?.rows ?? []).filter((row) => row.outcome === outcome).length;
  const changing = outcomes.changing.reduce((sum, outcome) => sum + count(outcome), 0);
  const refused = count('refused') > 0;
  const ready = value !== undefined && !value.written && !refused && changing > 0;
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    const refused = file !== undefined && file.size > MOST_BYTES;
    setTooLarge(refused ? `${file.name} is too large: a list has at most 2 MB.` : null);
    if (refused) return;
    if (file !== undefined && text.current !== null) text.current.value = await file.text();
  };
  const counts = [...outcomes.changing, ...outcomes.still, 'refused']
    .map((outcome) => `${count(outcome)} ${outcome}`)
    .join(', ');
  return (
    <form action={submit} className="max-w-3xl space-y-4" aria-busy={pending} noValidate>
      <input type="hidden" name="org" value={org} />
      {message !== undefined && fields === undefined && <Notice kind="warn">{message}</Notice>}
      <TextArea
        inputRef={text}
        label={label}
        name="csv"
        rows={7}
        spellCheck={false}
        placeholder={example}
        hint={hint}
        defaultValue={values?.['csv']}
        error={fields?.['csv']}
      />
      <label className="block text-sm">
        or from a file{' '}
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          className="ml-2"
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </label>
      {tooLarge !== null && <Notice kind="warn">{tooLarge}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="go" value="check" kind={ready ? 'plain' : 'primary'} disabled={pending}>
          Check, write nothing
        </Button>
        {ready && (
          <Button type="submit" name="go" value={go.value} kind="primary" disabled={pending}>
            {go.words(changing)}
          </Button>
        )}
      </div>
      {value !== undefined && (
        <div role="status">
          <p className={`mb-2 font-medium ${refused ? 'text-warn' : ''}`}>
            {value.written ? `${go.done}: ${counts}.` : `Nothing is written yet: ${counts}.`}
            {refused && ' Mend the lines that are refused, then check again.'}
          </p>
          <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label="Line by line">
            <table className="w-full text-sm">
              <thead>
                <tr className="border-border border-b text-left">
                  {['Line', ...columns.map(({ title }) => title), 'What happens'].map((title) => (
                    <th key={title} scope="col" className="py-1 pr-4 font-medium">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {value.rows.map((row) => (
                  <tr key={row.line} className="border-line border-b">
                    <td className="py-1 pr-4 tabular-nums">{row.line}</td>
                    {columns.map(({ title, cell }) => (
                      <td key={title} className="py-1 pr-4">
                        {cell(row)}
                      </td>
                    ))}
                    <td className={`py-1 ${row.outcome === 'refused' ? 'text-warn' : ''}`}>
                      {row.outcome}
                      {row.words !== '' && (
                        <>
                          : <span className="break-all select-all">{row.words}</span>
                        </>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </form>
  );
}

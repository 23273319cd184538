'use client';

import { useActionState, useRef } from 'react';
import { plural } from '@/lib/domain/labels';
import type { ImportReport } from '@/lib/teams/import-teams';
import { Button } from '../../../../ui/button';
import { TextArea } from '../../../../ui/field';
import { Notice } from '../../../../ui/notice';
import { importTeamsAction } from '../../actions';

const EXAMPLE =
  'name,parent,address\nRetail banking,,\nCards,Retail banking,\nCard pricing,Retail banking / Cards,';

/** Teams by CSV: checked first, line by line; written as a whole or not at all. */
export function ImportTeams({ org }: { org: string }) {
  const [{ message, fields, values, value }, submit, pending] = useActionState(importTeamsAction, {});
  const text = useRef<HTMLTextAreaElement>(null);
  const ready = value !== undefined && !value.written && isReady(value);
  const take = async (file: File | undefined): Promise<void> => {
    if (file !== undefined && text.current !== null) text.current.value = await file.text();
  };
  return (
    <form action={submit} className="max-w-3xl space-y-4" aria-busy={pending} noValidate>
      <input type="hidden" name="org" value={org} />
      {message !== undefined && fields === undefined && <Notice kind="warn">{message}</Notice>}
      <TextArea
        inputRef={text}
        label="List of teams, comma-separated"
        name="csv"
        rows={7}
        spellCheck={false}
        placeholder={EXAMPLE}
        hint="Columns: name; parent, as a path such as Retail banking / Cards, empty for the top; address, only to rename or move a team that is there (the last part of its page’s address)."
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
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="go" value="check" kind={ready ? 'plain' : 'primary'} disabled={pending}>
          Check, write nothing
        </Button>
        {ready && (
          <Button type="submit" name="go" value="import" kind="primary" disabled={pending}>
            Import {plural(count(value, 'added') + count(value, 'changed'), 'team')}
          </Button>
        )}
      </div>
      {value !== undefined && <Report report={value} />}
    </form>
  );
}

const count = ({ rows }: ImportReport, outcome: string): number =>
  rows.filter((row) => row.outcome === outcome).length;

const isReady = (report: ImportReport): boolean =>
  count(report, 'refused') === 0 && count(report, 'added') + count(report, 'changed') > 0;

function Report({ report }: { report: ImportReport }) {
  const counts = (['added', 'changed', 'as it is', 'refused'] as const)
    .map((outcome) => `${count(report, outcome)} ${outcome}`)
    .join(', ');
  const refused = count(report, 'refused') > 0;
  return (
    <div role="status">
      <p className={`mb-2 font-medium ${refused ? 'text-warn' : ''}`}>
        {report.written ? `Imported: ${counts}.` : `Nothing is written yet: ${counts}.`}
        {refused && ' Mend the lines that are refused, then check again.'}
      </p>
      <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label="Line by line">
        <table className="w-full text-sm">
          <thead>
            <tr className="border-border border-b text-left">
              {['Line', 'Team', 'Under', 'What happens'].map((title) => (
                <th key={title} scope="col" className="py-1 pr-4 font-medium">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.rows.map(({ line, name, parent, outcome, words }) => (
              <tr key={line} className="border-line border-b">
                <td className="py-1 pr-4 tabular-nums">{line}</td>
                <td className="py-1 pr-4">{name}</td>
                <td className="text-quiet py-1 pr-4">{parent}</td>
                <td className={`py-1 ${outcome === 'refused' ? 'text-warn' : ''}`}>
                  {outcome}
                  {words !== '' && `: ${words}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

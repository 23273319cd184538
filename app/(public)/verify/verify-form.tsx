'use client';

import { useActionState, useState } from 'react';
import { dateText } from '@/lib/domain/labels';
import { ISSUED_WORDS, recomputedWords, UNCHANGED_WORDS } from '@/lib/domain/verified-words';
import type { Verified } from '@/lib/reports/verify-report';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { verifyAction } from './actions';

/** As lib/reports/verify-upload.ts takes, said before it is sent. */
const MOST_BYTES = 2_400_000;

/** Takes the file of a report and shows what was found; posts and works the same without JavaScript. */
export function VerifyForm() {
  const [{ message, value }, submit, pending] = useActionState(verifyAction, {});
  const [tooLarge, setTooLarge] = useState(false);
  return (
    <>
      <form action={submit} className="space-y-4" aria-busy={pending}>
        {tooLarge && (
          <Notice kind="warn">That file is too large. A report in JSON has at most 2.4 MB.</Notice>
        )}
        {!tooLarge && message !== undefined && <Notice kind="warn">{message}</Notice>}
        <div className="space-y-1">
          <label htmlFor="field-file" className="block text-sm font-medium">
            Report as JSON
          </label>
          <input
            id="field-file"
            name="file"
            type="file"
            accept=".json,application/json"
            required
            className="block w-full text-sm"
            onChange={(event) => setTooLarge((event.target.files?.[0]?.size ?? 0) > MOST_BYTES)}
          />
        </div>
        <Button type="submit" kind="primary" disabled={pending || tooLarge}>
          Check it
        </Button>
      </form>
      {value !== undefined && <Found found={value} />}
    </>
  );
}

function Found({ found }: { found: Verified }) {
  const { report, unchanged, issuedHere, differences, edition } = found;
  const rows: [boolean, string][] = [
    [unchanged, UNCHANGED_WORDS[unchanged ? 'yes' : 'no']],
    [issuedHere === 'yes', ISSUED_WORDS[issuedHere]],
    [differences?.length === 0, recomputedWords(differences, edition.version)],
  ];
  return (
    <section role="status" className="border-line border-t pt-6">
      <h2 className="text-lg wrap-anywhere">
        {report.title}: {report.subject}
      </h2>
      <p className="text-quiet mb-4 text-sm wrap-anywhere">
        {report.client} · {report.issue} · {dateText(report.on)} · content edition {edition.version}
      </p>
      <ul className="space-y-2">
        {rows.map(([good, words]) => (
          <li key={words} className="grid grid-cols-[1.5rem_1fr]">
            <span aria-hidden="true" className={good ? 'text-accent' : 'text-warn'}>
              {good ? '✓' : '✗'}
            </span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
      {differences !== null && differences.length > 0 && (
        <div role="region" aria-label="What differs" tabIndex={0} className="relative mt-4 overflow-x-auto">
          <table className="w-full min-w-xl text-sm">
            <thead>
              <tr className="text-quiet text-left">
                {['Place', 'The report says', 'Its answers give'].map((head) => (
                  <th key={head} scope="col" className="py-1 pr-4 font-normal">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {differences.map(({ at, says, computed }) => (
                <tr key={at} className="border-line border-t align-top">
                  <th scope="row" className="py-1.5 pr-4 text-left font-mono text-xs font-normal break-all">
                    {at}
                  </th>
                  <td className="py-1.5 pr-4 break-all">{says}</td>
                  <td className="py-1.5 break-all">{computed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

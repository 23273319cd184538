'use client';

import { useActionState, useState } from 'react';
import type { AnswersImport } from '@/lib/assessments/import-answers';
import { plural } from '@/lib/domain/labels';
import { LIMITS } from '@/lib/domain/limits';
import { Button } from '../../../../../ui/button';
import { HiddenFields } from '../../../../../ui/hidden-fields';
import { Notice } from '../../../../../ui/notice';
import { importAnswersAction } from './actions';
import { ImportLines } from './import-lines';

/** Takes a file, shows what it would change, and writes what is ticked; posts and works the same without JavaScript. */
export function ImportForm({ org, id }: { org: string; id: string }) {
  const [{ message, value }, submit, pending] = useActionState(importAnswersAction, {});
  const [tooLarge, setTooLarge] = useState(false);
  const changing = value?.lines.filter(({ outcome }) => outcome === 'added' || outcome === 'differs') ?? [];
  return (
    <form action={submit} className="space-y-4" aria-busy={pending}>
      <HiddenFields of={{ org, id }} />
      {tooLarge && <Notice kind="warn">That file is too large: a file of answers has at most 2 MB.</Notice>}
      {!tooLarge && message !== undefined && <Notice kind="warn">{message}</Notice>}
      <div className="space-y-1">
        <label htmlFor="field-file" className="block text-sm font-medium">
          Answer sheet or assessment file
        </label>
        <input
          id="field-file"
          name="file"
          type="file"
          accept=".xlsx,.yaml,.yml,.json"
          className="block w-full text-sm"
          onChange={(event) => setTooLarge((event.target.files?.[0]?.size ?? 0) > LIMITS.fileBytes)}
        />
      </div>
      <Button type="submit" name="go" value="check" disabled={pending || tooLarge}>
        Look at it, write nothing
      </Button>
      {value !== undefined && (
        <div role="status" className="border-line space-y-4 border-t pt-4">
          <p className="font-medium">{outcomeText(value)}</p>
          {value.written === null && (
            <>
              <HiddenFields of={{ arriving: value.arriving, shown: value.shown }} />
              <ImportLines key={value.shown} lines={value.lines} />
              {changing.length > 0 && (
                <Button type="submit" name="go" value="import" kind="primary" disabled={pending}>
                  Take over what is ticked
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </form>
  );
}

function outcomeText({ lines, written, anew }: AnswersImport): string {
  if (written !== null) return `${plural(written, 'line')} taken over.`;
  const count = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
  const counts = `${count('added')} new, ${count('differs')} that differ, ${count('as it is')} as they are, ${count('refused')} refused`;
  return anew
    ? `Somebody answered meanwhile, so look again; nothing is written yet: ${counts}.`
    : `Nothing is written yet: ${counts}.`;
}

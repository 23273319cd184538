import { useActionState } from 'react';
import { Button } from '../../../../../ui/button';
import { Select } from '../../../../../ui/field';
import { HiddenFields } from '../../../../../ui/hidden-fields';
import { Notice } from '../../../../../ui/notice';
import { giveTaskAction } from '../_alone/actions';
import type { Answering } from './use-answering';

/** Passes a question that was given to this person on to somebody else who is asked. */
export function GiveAway({ answering, id }: { answering: Answering; id: string }) {
  const { view, readOnly } = answering;
  const [{ message }, give, giving] = useActionState(giveTaskAction, {});
  const { mine } = view;
  if (mine === null || readOnly || mine.others.length === 0 || !mine.capabilities.includes(id)) return null;
  return (
    <details className="mt-4 max-w-md text-sm" open={message !== undefined}>
      <summary className="link min-h-6">Give it to somebody else …</summary>
      <form action={give} className="mt-3 space-y-3" aria-busy={giving}>
        {message !== undefined && <Notice kind="warn">{message}</Notice>}
        <HiddenFields of={{ org: view.org.slug, id: view.assessment.id, capability: id }} />
        <Select
          label="Who is asked for it instead"
          name="to"
          hint="What you said of it yourself stays yours."
        >
          {mine.others.map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
        </Select>
        <Button type="submit" disabled={giving}>
          Give it away
        </Button>
      </form>
    </details>
  );
}

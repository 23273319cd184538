'use client';

import { useActionState } from 'react';
import { list, plural } from '@/lib/domain/labels';
import { Button } from '../../../../../../ui/button';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { Notice } from '../../../../../../ui/notice';
import { assignByRoleAction } from '../actions';
import type { Of } from './of';

/** Gives each question to whoever has the role that leads it. */
export function ByRole({ of }: { of: Of }) {
  const [{ message, value }, assign, assigning] = useActionState(assignByRoleAction, {});
  return (
    <div className="max-w-3xl space-y-3">
      <p>
        Who has no questions of their own is asked for all. Open a person above to say which roles they have,
        and to give them single questions or whole domains.
      </p>
      {message !== undefined && <Notice kind="warn">{message}</Notice>}
      {value !== undefined && (
        <div role="status">
          <Notice>
            {plural(value.given, 'question')} given.
            {value.nobody.length > 0 &&
              ` Nobody has the role that leads ${plural(value.nobody.length, 'other')}: ${list(value.nobody)}.`}
          </Notice>
        </div>
      )}
      <form action={assign} aria-busy={assigning}>
        <HiddenFields of={of} />
        <Button type="submit" disabled={assigning}>
          Give each question to who has its lead role
        </Button>
      </form>
    </div>
  );
}

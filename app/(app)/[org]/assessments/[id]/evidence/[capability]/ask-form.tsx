'use client';

import { useActionState } from 'react';
import type { AskedForEvidence } from '@/lib/assessments/ask-for-evidence';
import type { EvidenceRequestsView } from '@/lib/assessments/evidence-requests';
import { LIMITS } from '@/lib/domain/limits';
import { Button } from '../../../../../../ui/button';
import { CopyText } from '../../../../../../ui/copy-text';
import { inputClass, Select, TextArea } from '../../../../../../ui/field';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { Notice } from '../../../../../../ui/notice';
import { askForEvidenceAction } from './actions';

type Props = {
  of: { org: string; id: string; capability: string };
  others: EvidenceRequestsView['others'];
  mails: boolean;
};

/** Asks one member for evidence; who was told by mail, or the text to pass on, is shown above the form. */
export function AskForm({ of, others, mails }: Props) {
  const [state, ask, asking] = useActionState(askForEvidenceAction, {});
  const { message, fields, value } = state;
  const kept = value === undefined ? (state.values ?? {}) : {};
  return (
    <div className="max-w-xl space-y-4">
      {value !== undefined && <Told {...value} />}
      {message !== undefined && fields === undefined && <Notice kind="warn">{message}</Notice>}
      {others.length === 0 ? (
        <p>
          There is nobody else to ask: every other member who may answer for this team is asked already.
          Others get a role in Settings, under People.
        </p>
      ) : (
        <form action={ask} className="space-y-4" aria-busy={asking} noValidate>
          <HiddenFields of={of} />
          <Select
            label="Whom to ask"
            name="person"
            required
            hint={
              mails
                ? 'Members who may answer for this team. They are told by mail.'
                : 'Members who may answer for this team. Tell them yourself: this installation sends no mail.'
            }
            defaultValue={kept['person'] ?? ''}
            error={fields?.['person']}
          >
            <option value="">Choose a person</option>
            {others.map(({ userId, name, email }) => (
              <option key={userId} value={userId}>
                {name}, {email}
              </option>
            ))}
          </Select>
          <TextArea
            label="What you would like to see (may be left empty)"
            name="note"
            maxLength={LIMITS.reason}
            hint={`Up to ${LIMITS.reason} characters. Everybody who may answer for this team can read it.`}
            defaultValue={kept['note']}
            error={fields?.['note']}
          />
          <Button type="submit" disabled={asking}>
            Ask for evidence
          </Button>
        </form>
      )}
    </div>
  );
}

function Told({ name, mailed, text }: AskedForEvidence) {
  if (mailed === 'sent')
    return (
      <div role="status">
        <Notice>{name} is asked, and was told by mail. They also find it under “For you”.</Notice>
      </div>
    );
  return (
    <div className="bg-sunken border-line space-y-3 rounded-md border-l-4 px-4 py-3">
      <p role="status">
        {name} is asked, and finds it under “For you”. No mail went out: pass this text on yourself.
      </p>
      <textarea
        aria-label="Text to pass on"
        readOnly
        rows={12}
        value={text.text}
        className={`${inputClass} text-sm`}
      />
      <CopyText text={`${text.subject}\n\n${text.text}`}>Copy the text</CopyText>
    </div>
  );
}

import { list, plural } from '@/lib/domain/labels';
import type { RemindedPeople } from '@/lib/gatherings/remind-respondents';
import { CopyText } from '../../../../../../ui/copy-text';
import { inputClass } from '../../../../../../ui/field';

/** Who was reminded, and the text for those to whom no mail went out. */
export function Reminded({ reminded, already, text }: RemindedPeople) {
  const sent = reminded.filter(({ mailed }) => mailed === 'sent');
  const byHand = reminded.filter(({ mailed }) => mailed !== 'sent');
  return (
    <div className="bg-sunken border-line space-y-3 rounded-md border-l-4 px-4 py-3">
      <p role="status">
        Noted as reminded today: {list(reminded.map(({ name }) => name))}.
        {sent.length > 0 && ` ${plural(sent.length, 'mail')} sent.`}
        {already.length > 0 && ` Reminded today before, so not again: ${list(already)}.`}
      </p>
      {byHand.length > 0 && (
        <>
          <p>
            No mail went out to{' '}
            {list(byHand.map(({ name, email }) => (email === null ? name : `${name}, ${email}`)))}. Pass this
            text on yourself:
          </p>
          <textarea
            aria-label="Text of the reminder"
            readOnly
            rows={Math.min(10, text.text.split('\n').length)}
            value={text.text}
            className={`${inputClass} text-sm`}
          />
          <CopyText text={`${text.subject}\n\n${text.text}`}>Copy the text</CopyText>
        </>
      )}
    </div>
  );
}

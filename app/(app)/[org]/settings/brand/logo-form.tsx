'use client';

import { useActionState, useRef, useState } from 'react';
import { Button } from '../../../../ui/button';
import { Notice } from '../../../../ui/notice';
import { removeLogoAction, saveLogoAction } from './actions';
import type { ShownLogo } from './preview';

type Props = {
  org: string;
  logo: ShownLogo | null;
  /** In the browser alone, before it is sent. */
  chosen: ShownLogo | null;
  onChoose: (logo: ShownLogo | null) => void;
};

const MOST_BYTES = 2_000_000;

/** A logo is looked at by the server, and shown in the preview before that. */
export function LogoForm({ org, logo, chosen, onChoose }: Props) {
  const [{ message, fields, value }, submit, pending] = useActionState(saveLogoAction, {});
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const address = useRef<string | null>(null);
  const forget = () => {
    if (address.current !== null) URL.revokeObjectURL(address.current);
    address.current = null;
    onChoose(null);
  };
  const choose = (file: File | undefined) => {
    forget();
    setTooLarge(null);
    if (file === undefined) return;
    if (file.size > MOST_BYTES) {
      setTooLarge(`${file.name} has ${megabytes(file.size)}; a logo may have 2 MB, or 200 kB as SVG.`);
      return;
    }
    address.current = URL.createObjectURL(file);
    onChoose({ src: address.current, alt: file.name });
  };
  const fault = tooLarge ?? (chosen === null || pending ? fields?.['file'] : undefined);
  return (
    <div className="max-w-md space-y-4">
      {/* After an action React empties the field: what was taken is shown as the server made it, and what was refused is gone. */}
      <form action={submit} onReset={forget} className="space-y-3" aria-busy={pending}>
        <input type="hidden" name="org" value={org} />
        {message !== undefined && fields === undefined && <Notice kind="warn">{message}</Notice>}
        <div className="space-y-1">
          <label htmlFor="field-file" className="block text-sm font-medium">
            {logo === null ? 'File' : 'Another file'}
          </label>
          <p id="field-file-hint" className="text-quiet text-xs">
            PNG or JPEG up to 2 MB and 4,000 pixels a side, or SVG up to 200 kB with its text as outlines. On
            paper at most 70 mm wide and 18 mm high.
          </p>
          <input
            id="field-file"
            name="file"
            type="file"
            accept=".png,.jpg,.jpeg,.svg,image/png,image/jpeg,image/svg+xml"
            aria-describedby={`field-file-hint${fault === undefined ? '' : ' field-file-error'}`}
            {...(fault === undefined ? {} : { 'aria-invalid': true })}
            className="file:border-border file:bg-raised hover:file:bg-sunken block w-full text-sm file:mr-3 file:min-h-10 file:rounded-md file:border file:px-4 file:py-2 file:font-medium"
            onChange={(event) => choose(event.target.files?.[0])}
          />
          {fault !== undefined && (
            <p id="field-file-error" role="alert" className="text-warn text-sm">
              {fault}
            </p>
          )}
        </div>
        <Button
          type="submit"
          kind={chosen === null ? 'plain' : 'primary'}
          disabled={pending || tooLarge !== null}
        >
          {logo === null ? 'Use this logo' : 'Use this logo instead'}
        </Button>
        <div role="status">
          {value !== undefined && chosen === null && (
            <p className="text-sm">
              {value.name} is the logo now.
              {value.removed.length > 0 &&
                ` Left out of it: ${value.removed.join(', ')}. See in the preview that it still looks right.`}
            </p>
          )}
        </div>
      </form>
      {logo !== null && <RemoveLogo org={org} />}
    </div>
  );
}

function RemoveLogo({ org }: { org: string }) {
  const [{ message }, submit, pending] = useActionState(removeLogoAction, {});
  return (
    <form action={submit} aria-busy={pending} className="space-y-2">
      <input type="hidden" name="org" value={org} />
      {message !== undefined && <Notice kind="warn">{message}</Notice>}
      <Button type="submit" kind="quiet" className="-ml-4" disabled={pending}>
        Remove the logo
      </Button>
    </form>
  );
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 100_000) / 10} MB`;

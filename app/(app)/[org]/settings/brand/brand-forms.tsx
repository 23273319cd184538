'use client';

import { useActionState, useState } from 'react';
import { accentWords, readableAccent } from '@/lib/domain/brand';
import { LIMITS } from '@/lib/domain/limits';
import { Button } from '../../../../ui/button';
import { TextField } from '../../../../ui/field';
import { Notice } from '../../../../ui/notice';
import { Section } from '../../../../ui/section';
import { saveBrandAction } from './actions';
import { LogoForm } from './logo-form';
import { Preview, type ShownLogo } from './preview';

type Words = { name: string; accent: string; confidentiality: string };

type Props = {
  org: string;
  organisation: string;
  brand: Words & { version: number };
  logo: ShownLogo | null;
};

const HEX = /^#[0-9a-f]{6}$/i;

/** The settings with a preview that follows each key; without JavaScript both work, and the preview shows what is saved. */
export function BrandForms({ org, organisation, brand, logo }: Props) {
  const [state, submit, pending] = useActionState(saveBrandAction, {});
  const { message, fields, values, value } = state;
  const [words, setWords] = useState<Words>({
    name: values?.['name'] ?? brand.name,
    accent: values?.['accent'] ?? brand.accent,
    confidentiality: values?.['confidentiality'] ?? brand.confidentiality,
  });
  const [chosen, setChosen] = useState<ShownLogo | null>(null);
  const [touched, setTouched] = useState(false);
  const set = (name: keyof Words) => (event: { target: { value: string } }) => {
    setTouched(true);
    setWords({ ...words, [name]: event.target.value });
  };
  const accent = HEX.test(words.accent.trim()) ? words.accent.trim() : null;
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <div>
        <Section title="Logo">
          <LogoForm org={org} logo={logo} chosen={chosen} onChoose={setChosen} />
        </Section>
        <Section title="Colour and words">
          <form
            action={submit}
            onSubmit={() => setTouched(false)}
            className="max-w-md space-y-5"
            aria-busy={pending}
            noValidate
          >
            <input type="hidden" name="org" value={org} />
            <input type="hidden" name="version" value={brand.version} />
            {message !== undefined && fields === undefined && <Notice kind="warn">{message}</Notice>}
            <TextField
              label="Name on documents"
              name="name"
              placeholder={organisation}
              hint={`At most ${LIMITS.brandName} characters; ${organisation} where it is empty.`}
              value={words.name}
              onChange={set('name')}
              error={fields?.['name']}
            />
            <div className="space-y-2">
              <TextField
                label="Accent colour"
                name="accent"
                placeholder="#1F4E79"
                autoComplete="off"
                spellCheck={false}
                hint="Of headings, links and the rule on the cover. Rungs keep their own colours."
                value={words.accent}
                onChange={set('accent')}
                error={fields?.['accent']}
              />
              {accent !== null && <Swatches accent={accent} />}
            </div>
            <TextField
              label="Confidentiality line"
              name="confidentiality"
              placeholder={`Confidential · ${words.name || organisation}`}
              hint={`At the foot of each page, at most ${LIMITS.confidentiality} characters.`}
              value={words.confidentiality}
              onChange={set('confidentiality')}
              error={fields?.['confidentiality']}
            />
            <div className="flex flex-wrap items-center gap-3">
              <Button kind="primary" type="submit" disabled={pending}>
                Save colour and words
              </Button>
              <span role="status" className="text-quiet text-sm">
                {value !== undefined && !touched && !pending && 'Saved.'}
              </span>
            </div>
          </form>
        </Section>
      </div>
      <Preview
        pdf={`/${org}/settings/brand/pdf`}
        name={words.name || organisation}
        accent={accent}
        confidentiality={words.confidentiality}
        logo={chosen ?? logo}
      />
    </div>
  );
}

/** The colour as it was chosen, as texts are set in it, and the figures of both. */
function Swatches({ accent }: { accent: string }) {
  const readable = readableAccent(accent);
  const colours = readable.corrected ? [readable.chosen, readable.colour] : [readable.colour];
  return (
    <div className="flex items-start gap-3">
      <span aria-hidden="true" className="flex shrink-0 pt-0.5">
        {colours.map((colour) => (
          <span key={colour} className="border-border size-6 border" style={{ background: colour }} />
        ))}
      </span>
      <p role="status" className="text-sm">
        {accentWords(readable)}
      </p>
    </div>
  );
}

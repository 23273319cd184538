'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { inOrg } from '@/lib/auth/places';
import { removeLogo, removeLogoInput } from '@/lib/brands/remove-logo';
import { saveBrand, saveBrandInput } from '@/lib/brands/save-brand';
import { saveLogo, saveLogoInput } from '@/lib/brands/save-logo';

/** Stays on the page, beside the preview. */
export const saveBrandAction = action({
  for: 'brand.change',
  input: saveBrandInput,
  at: inOrg,
  run: async (ctx, input) => {
    const saved = await saveBrand(ctx, input);
    if (saved.ok) refresh();
    return saved;
  },
});

/** Stays on the page, to say what was left out of the logo. */
export const saveLogoAction = action({
  for: 'brand.change',
  input: saveLogoInput,
  at: inOrg,
  run: async (ctx, input) => {
    const saved = await saveLogo(ctx, input);
    if (saved.ok) refresh();
    return saved;
  },
});

export const removeLogoAction = action({
  for: 'brand.change',
  input: removeLogoInput,
  at: inOrg,
  run: removeLogo,
  then: (_value, { org }) => redirect(`/${org}/settings/brand` as Route),
});

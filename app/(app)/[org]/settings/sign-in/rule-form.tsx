'use client';

import type { SignInRule } from '@/lib/domain/sign-in-rule';
import { ActionForm } from '../../../../ui/action-form';
import { Button } from '../../../../ui/button';
import { TextField } from '../../../../ui/field';
import { setSignInRuleAction } from './actions';

type Props = { org: string; rule: SignInRule & { version: number }; provider: string | null };

export function RuleForm({ org, rule, provider }: Props) {
  return (
    <ActionForm action={setSignInRuleAction} className="max-w-md space-y-5">
      {({ fields, values }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="version" value={rule.version} />
          {(provider !== null || rule.providerOnly) && (
            <label className="flex min-h-8 items-start gap-2">
              <input
                type="checkbox"
                name="providerOnly"
                value="on"
                defaultChecked={values === undefined ? rule.providerOnly : values['providerOnly'] === 'on'}
                className="mt-1 size-4"
              />
              <span>
                By {provider ?? 'single sign-on'} only
                <span className="text-quiet block text-sm">
                  Owners may also use their password, so that a provider that fails locks nobody out for good.
                </span>
              </span>
            </label>
          )}
          <TextField
            label="Sign in again after so many hours"
            name="maxHours"
            inputMode="numeric"
            hint="Leave empty for as long as this installation lets a session last."
            defaultValue={values?.['maxHours'] ?? rule.maxHours?.toString() ?? ''}
            error={fields?.['maxHours']}
          />
          <Button kind="primary" type="submit">
            Save how members sign in
          </Button>
        </>
      )}
    </ActionForm>
  );
}

import type { ComponentProps, ReactNode, Ref } from 'react';

export const inputClass =
  'block w-full rounded-md border border-border bg-raised px-3 py-2 text-base text-ink placeholder:text-quiet aria-invalid:border-warn';

type Shared = {
  label: string;
  name: string;
  /** Where a page has several fields of the same name. */
  id?: string;
  hint?: ReactNode;
  error?: string | undefined;
};

/** Label, hint and error tied to one control by their ids. */
function Wrapped({
  id,
  label,
  hint,
  error,
  children,
}: Omit<Shared, 'name' | 'id'> & { id: string; children: ReactNode }) {
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-quiet text-xs">
          {hint}
        </p>
      )}
      {children}
      {error !== undefined && (
        <p id={`${id}-error`} className="text-warn text-sm">
          {error}
        </p>
      )}
    </div>
  );
}

const described = (id: string, { hint, error }: Pick<Shared, 'hint' | 'error'>) => {
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(error === undefined ? {} : { 'aria-invalid': true as const }),
  };
};

export function TextField({
  label,
  name,
  id = `field-${name}`,
  hint,
  error,
  ...rest
}: Shared & Omit<ComponentProps<'input'>, 'id' | 'name'>) {
  return (
    <Wrapped id={id} label={label} hint={hint} error={error}>
      <input id={id} name={name} className={inputClass} {...described(id, { hint, error })} {...rest} />
    </Wrapped>
  );
}

export function TextArea({
  label,
  name,
  id = `field-${name}`,
  hint,
  error,
  rows = 3,
  inputRef,
  ...rest
}: Shared & Omit<ComponentProps<'textarea'>, 'id' | 'name'> & { inputRef?: Ref<HTMLTextAreaElement> }) {
  return (
    <Wrapped id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        ref={inputRef}
        name={name}
        rows={rows}
        className={inputClass}
        {...described(id, { hint, error })}
        {...rest}
      />
    </Wrapped>
  );
}

export function Select({
  label,
  name,
  id = `field-${name}`,
  hint,
  error,
  ...rest
}: Shared & Omit<ComponentProps<'select'>, 'id' | 'name'>) {
  return (
    <Wrapped id={id} label={label} hint={hint} error={error}>
      <select
        // After an action React resets a form, and a select only knows the value that it began with.
        key={String(rest.defaultValue ?? '')}
        id={id}
        name={name}
        className={`${inputClass} min-h-10`}
        {...described(id, { hint, error })}
        {...rest}
      />
    </Wrapped>
  );
}

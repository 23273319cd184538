export type SentText = { label: string; text: string };

let texts: SentText[] = [];

/** Keeps what was typed into a form that is sent, so that it can be shown where the server no longer knows the form; no secrets. */
export function rememberSent(form: HTMLFormElement): void {
  const fields = [...form.elements].filter(
    (field): field is HTMLInputElement | HTMLTextAreaElement =>
      field instanceof HTMLTextAreaElement ||
      (field instanceof HTMLInputElement &&
        ['text', 'email', 'search', 'url', 'date', 'number'].includes(field.type)),
  );
  texts = fields
    .filter(({ value, autocomplete }) => value.trim() !== '' && autocomplete !== 'one-time-code')
    .map((field) => ({ label: field.labels?.[0]?.textContent ?? field.name, text: field.value }));
}

/** What was typed into the form that was sent last on this page. */
export const lastSent = (): readonly SentText[] => texts;

/** The look a person chose, kept in a cookie so that the server renders it and nothing flashes. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_COOKIE = 'theme';

export function themeOf(jar: { get: (name: string) => { value: string } | undefined }): Theme {
  const chosen = jar.get(THEME_COOKIE)?.value;
  return THEMES.find((theme) => theme === chosen) ?? 'system';
}

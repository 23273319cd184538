import type { Content } from './schema/content';

/** What stands in place of a name where a changed content gives none. */
const UNNAMED = 'changed';

/**
 * What an edition is called wherever a result is shown: its version as published, `2026.1`; and with the name of the house after a plus
 * where the content differs from every published one, `2026.1+acme`, or `2026.1+changed` where it names none.
 */
export function editionName(
  { lifecycle, edition }: Pick<Content, 'lifecycle' | 'edition'>,
  published: readonly string[],
): string {
  return published.includes(edition.hash)
    ? lifecycle.version
    : `${lifecycle.version}+${lifecycle.house ?? UNNAMED}`;
}

/** The same name with what its plus means, in words; a published edition stands as it is. */
export function editionWords(version: string): string {
  const [, house] = version.split('+');
  if (house === undefined) return version;
  return `${version}, ${house === UNNAMED ? '' : `a house edition of ${house}, `}changed from the edition as published`;
}

import 'server-only';
import { isUniqueViolation } from '@/db/errors';

/**
 * Writes under the wanted slug, or with an ending where another has it, also one who asks at the same moment; gives the slug.
 * `write` is one commit: it fails as a whole when the slug is taken, and is tried once more.
 */
export async function underFreeSlug(
  wanted: string,
  ending: string,
  write: (slug: string) => Promise<void>,
): Promise<string> {
  try {
    await write(wanted);
    return wanted;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  const slug = `${wanted}-${ending.slice(0, 6)}`;
  await write(slug);
  return slug;
}

import type { Answers } from './schema/answers';
import type { Content } from './schema/content';
import type { Rung } from './vocabulary';

/**
 * The short check keeps its answers in the address alone, so that nothing is stored: one `capability.X` each, joined by `~`, where X is
 * the rung or `d` for "don't know".
 */
export function encodeAnswers(answers: Answers): string {
  return Object.entries(answers)
    .map(([id, answer]) => `${id}.${'rung' in answer ? answer.rung : 'd'}`)
    .join('~');
}

/** Reads an address back; whatever is not an answer to a known capability is left out, as addresses get cut and edited. */
export function decodeAnswers(content: Pick<Content, 'capabilities'>, text: string): Answers {
  const known = new Set(content.capabilities.map(({ id }) => id));
  return Object.fromEntries(
    text.split('~').flatMap((part) => {
      const [, id = '', value = ''] = /^([a-z0-9-]+)\.([0-4d])$/.exec(part) ?? [];
      if (!known.has(id)) return [];
      return [[id, value === 'd' ? { unknown: true as const } : { rung: Number(value) as Rung }]];
    }),
  );
}

import type { Answer, Answers } from './schema/answers';
import type { Content } from './schema/content';
import type { Rung } from './vocabulary';

/**
 * The short check keeps its answers in the address alone, so that nothing is stored: one `capability.X` each, joined by `~`, where X is
 * the rung, `d` for "don't know" or `n` for not applicable.
 */
export function encodeAnswers(answers: Answers): string {
  return Object.entries(answers)
    .map(([id, answer]) => `${id}.${'rung' in answer ? answer.rung : 'unknown' in answer ? 'd' : 'n'}`)
    .join('~');
}

/** Reads an address back; whatever is no answer that its capability allows is left out, as addresses get cut and edited. */
export function decodeAnswers(content: Pick<Content, 'capabilities'>, text: string): Answers {
  const known = new Map(content.capabilities.map((capability) => [capability.id, capability]));
  return Object.fromEntries(
    text.split('~').flatMap((part): [string, Answer][] => {
      const [, id = '', value = ''] = /^([a-z0-9-]+)\.([0-4dn])$/.exec(part) ?? [];
      const capability = known.get(id);
      if (capability === undefined) return [];
      if (value === 'd') return [[id, { unknown: true }]];
      if (value !== 'n') return [[id, { rung: Number(value) as Rung }]];
      const reason = capability.notApplicable;
      return reason === undefined ? [] : [[id, { notApplicable: true, reason }]];
    }),
  );
}

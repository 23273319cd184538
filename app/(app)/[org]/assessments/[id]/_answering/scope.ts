import type { Scope } from '@/lib/domain/schema/answers';

/** What the answers are to speak for, as an instruction to who gives them. */
export function scopeSentence({ note }: Scope): string {
  const about = (note ?? '').replace(/\.$/, '');
  return about === ''
    ? 'Answer for what this team has in production today, not for the plan.'
    : `Answer for ${about}, as it is today, not for the plan.`;
}

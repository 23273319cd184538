import type { World } from '@/db/fixtures';
import type { SaveAnswerInput } from './save-answer';

/** A first answer to a capability of this world's assessment, as the browser sends it. For tests alone. */
export const answerInput = (
  { assessment, org }: World,
  body: Partial<SaveAnswerInput['body']> = {},
  capability = 'rollback',
): SaveAnswerInput => ({
  id: assessment.id,
  capability,
  body: {
    org: org.slug,
    seen: 0,
    choice: { rung: 2 },
    note: null,
    evidence: [],
    flagged: false,
    vendorsSeenFirst: false,
    ...body,
  },
});

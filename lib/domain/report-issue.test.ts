import type { Issue } from './report-document';
import { issueText, lastFinal, nextDraft, nextFinal } from './report-issue';

const issues = (...all: string[]): Pick<Issue, 'status' | 'number'>[] =>
  all.map((each) => {
    const [status, number = ''] = each.split(' ');
    return { status: status === 'final' ? 'final' : 'draft', number };
  });

test.each([
  [[], '0.1', '1.0'],
  [['draft 0.1'], '0.2', '1.0'],
  [['draft 0.9'], '0.10', '1.0'],
  [['draft 0.10', 'draft 0.9'], '0.11', '1.0'],
  [['draft 0.1', 'final 1.0'], '1.1', '1.1'],
  [['final 1.0', 'draft 1.1', 'draft 1.2'], '1.3', '1.2'],
  [['final 1.0', 'draft 1.1', 'final 1.1'], '1.2', '1.2'],
])('after %j comes draft %s or final %s', (before, draft, final) => {
  expect(nextDraft(issues(...before))).toBe(draft);
  expect(nextFinal(issues(...before))).toBe(final);
});

test('the newest final is found by number, not by order', () => {
  expect(lastFinal(issues('final 1.10', 'final 1.9', 'draft 1.11'))).toMatchObject({ number: '1.10' });
  expect(lastFinal(issues('draft 0.1'))).toBeNull();
  expect(issueText({ status: 'final', number: '1.0' })).toBe('final 1.0');
});

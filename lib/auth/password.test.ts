import { hashPassword, passwordFits } from './password';

test('a password is kept as argon2id with its cost beside it, and salted, so that equal ones look different', async () => {
  const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(one).not.toContain('correct horse');
});

test.each([
  ['the password itself', 'correct horse', true],
  ['another', 'correct house', false],
  ['other letter case', 'Correct horse', false],
  ['a space more', 'correct horse ', false],
  ['the first half', 'correct', false],
  ['nothing', '', false],
])('of what is typed %s fits or not', async (_what, typed, fits) => {
  expect(await passwordFits(await hashPassword('correct horse'), typed)).toBe(fits);
});

test.each([null, undefined])('an account without a password (%s) is entered by none', async (stored) => {
  for (const typed of ['', 'correct horse', 'a password that nobody has'])
    expect(await passwordFits(stored, typed)).toBe(false);
});

import { createHash, randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { Client } from 'pg';
import { postForm } from './post-form';
import { emptyUrl, signUp } from './support';

/** What somebody learns who has no account: nothing of whether others have one, and nothing by opening their links. */

const post = (to: string, filled: Record<string, string>) => postForm(emptyUrl(), to, filled);

/** All that an answer tells, without what differs from one request to the next and what was typed. */
async function told(to: string, filled: Record<string, string>) {
  const { response, text } = await post(to, filled);
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? 'none';
  const same = (value: string) =>
    value.replaceAll(nonce, 'NONCE').replaceAll(filled['email'] ?? '', 'ADDRESS');
  const headers = [...response.headers].filter(
    ([name]) => !['date', 'content-length', 'x-request-id'].includes(name),
  );
  const words = same(text)
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<input type="hidden"[^>]*>/g, '');
  return { status: response.status, headers: headers.map(([name, value]) => [name, same(value)]), words };
}

test('who signs in is told the same whether there is an account or not', async ({ page }) => {
  const { email } = await signUp(page, { organisation: 'Told Alike', team: 'First' });
  const unknown = email.replace('person', 'nobody');
  const wrong = await told('/signin', { email, password: 'not the password' });
  expect(wrong.status).toBe(200);
  expect(wrong.words).toContain('E-mail address and password do not fit together.');
  expect(await told('/signin', { email: unknown, password: 'not the password' })).toEqual(wrong);
});

async function withDatabase<Value>(use: (db: Client) => Promise<Value>): Promise<Value> {
  const db = new Client({ connectionString: process.env['EMPTY_DATABASE'] });
  await db.connect();
  try {
    return await use(db);
  } finally {
    await db.end();
  }
}

const QUERIES = [
  'select * from "user" where email = $1',
  'select * from secret_link where email = $1 order by id',
  'select * from session where user_id in (select id from "user" where email = $1) order by id',
  'select * from membership where user_id in (select id from "user" where email = $1)',
  'select * from invitation where email = $1 or created_by in (select id from "user" where email = $1)',
];

/** A link of each kind, made as the server makes it. */
async function linksFor(email: string): Promise<string[]> {
  return withDatabase(async (db) => {
    const found = await db.query<{ user: string; org: string }>(
      'select u.id as "user", m.org_id as org from "user" u join membership m on m.user_id = u.id where email = $1',
      [email],
    );
    const { user, org } = found.rows[0] ?? { user: '', org: '' };
    const links: string[] = [];
    const token = (): [string, string] => {
      const secret = randomUUID().replaceAll('-', '').padEnd(43, 'x');
      return [secret, createHash('sha256').update(secret).digest('hex')];
    };
    const paths = {
      'verify-email': '/confirm/address',
      'reset-password': '/password',
      'change-email': '/confirm/new-address',
    };
    for (const [kind, path] of Object.entries(paths)) {
      const [secret, hash] = token();
      await db.query(
        "insert into secret_link (id, kind, user_id, email, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5, now(), now() + interval '1 hour')",
        [randomUUID(), kind, user, email, hash],
      );
      links.push(`${path}/${secret}`);
    }
    const [secret, hash] = token();
    await db.query(
      "insert into invitation (id, org_id, email, name, token_hash, grants, created_by, created_at, expires_at) values ($1, $2, $3, 'Ben', $4, $5, $6, now(), now() + interval '1 hour')",
      [randomUUID(), org, `ben-${email}`, hash, JSON.stringify([{ teamId: null, role: 'viewer' }]), user],
    );
    return [...links, `/invite/${secret}`];
  });
}

const rowsOf = (email: string) =>
  withDatabase(async (db) => {
    const rows: unknown[] = [];
    for (const query of QUERIES) rows.push((await db.query(query, [email])).rows);
    return rows;
  });

const isOpen = async (page: Page, link: string) => {
  await page.goto(`${emptyUrl()}${link}`);
  await expect(page.getByText(/not valid/)).toBeHidden();
};

test('a program that opens every link of a mail changes nothing, and each works after it', async ({
  page,
}) => {
  const { email } = await signUp(page, { organisation: 'Scanned Mail', team: 'First' });
  const links = await linksFor(email);
  const before = await rowsOf(email);
  for (const link of links)
    for (const method of ['HEAD', 'GET', 'GET']) {
      const { status } = await fetch(`${emptyUrl()}${link}`, { method });
      expect([link.split('/')[1], method, status]).toEqual([link.split('/')[1], method, 200]);
    }
  expect(await rowsOf(email)).toEqual(before);
  await page.context().clearCookies();
  for (const link of links) await isOpen(page, link);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requestId } from './request-id';
import { readRoutes } from './route-pattern';
import { withoutSecretPaths } from './secret-paths';

test.each([
  ['one word behind a proxy', 'abcd-1234', 1, true],
  ['the same without a proxy', 'abcd-1234', 0, false],
  ['too short', 'abc', 1, false],
  ['too long', 'a'.repeat(65), 1, false],
  ['with a line break', 'abcd-1234\n', 1, false],
  ['several', ['abcd-1234', 'abcd-5678'], 1, false],
  ['none', undefined, 1, false],
])('an id that came with a request is kept or not: %s', (_what, sent, proxies, kept) => {
  const id = requestId(sent, proxies);
  expect(id === sent).toBe(kept);
  if (!kept) expect(id).toMatch(/^[0-9a-f-]{36}$/);
});

test('a path is named by its route, the first that fits as Next.js orders them, and by one word where none does', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rungs-routes-'));
  const routes = {
    staticRoutes: [{ page: '/about', regex: '^/about(?:/)?$' }],
    dynamicRoutes: [
      { page: '/s/[token]', regex: '^/s/([^/]+?)(?:/)?$' },
      { page: '/[org]/report/pdf', regex: '^/([^/]+?)/report/pdf(?:/)?$' },
      { page: '/[org]/report/[report]', regex: '^/([^/]+?)/report/([^/]+?)(?:/)?$' },
    ],
  };
  writeFileSync(path.join(folder, 'routes-manifest.json'), JSON.stringify(routes));
  const routeOf = readRoutes(folder);
  rmSync(folder, { recursive: true });
  expect(
    ['/about', '/s/secret', '/a/report/pdf', '/a/report/x', '/_next/static/chunks/a.js', '/a/b/c/d'].map(
      routeOf,
    ),
  ).toEqual(['/about', '/s/[token]', '/[org]/report/pdf', '/[org]/report/[report]', '/_next', 'other']);
});

test('addresses that open something are cut short in what others print', () => {
  const printed = 'failed for /s/abc/pdf?x=1, "/confirm/new-address/abc" and /api/guest-answers/abc/rollback';
  expect(withoutSecretPaths(printed)).toBe(
    'failed for /s/[token]/pdf?x=1, "/confirm/new-address/[token]" and /api/guest-answers/[token]/rollback',
  );
});

import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { CALLERS, ELSEWHERE, FILES, gets, PAGES, type Caller, type Row } from './matrix-routes';
import { demoUrl } from './support';

type Seeded = { cookies: Record<Caller, string>; share: string; member: string };

let seeded: Seeded;

test.beforeAll(() => {
  const out = execFileSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/dev/seed-matrix.ts'],
    {
      env: {
        ...process.env,
        DATABASE_URL: `file:${process.env['DEMO_DATABASE'] ?? ''}`,
        NEXTAUTH_URL: demoUrl(),
        NEXTAUTH_SECRET: process.env['E2E_SECRET'] ?? '',
      },
      encoding: 'utf8',
    },
  );
  seeded = JSON.parse(out) as Seeded;
});

/** Status of an address as this caller sees it, without following where it leads. */
async function ask(caller: Caller, { address }: Row): Promise<{ status: number; to: string | null }> {
  const answer = await fetch(
    `${demoUrl()}${address.replace('SHARE', seeded.share).replace('MEMBER', seeded.member)}`,
    {
      headers: { cookie: seeded.cookies[caller], accept: '*/*' },
      redirect: 'manual',
    },
  );
  await answer.arrayBuffer();
  return { status: answer.status, to: answer.headers.get('location') };
}

const built = () =>
  Object.keys(JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')) as object).map((key) =>
    key.replaceAll(/\/\([^)]*\)/g, ''),
  );

test('every page and route handler of the built application has a row', () => {
  const [pages, routes] = ['page', 'route'].map((kind) =>
    built()
      .filter((key) => key.endsWith(`/${kind}`))
      .map((key) => key.slice(0, -kind.length - 1) || '/'),
  );
  const known = [...Object.keys(PAGES), ...Object.keys(FILES), ...Object.keys(ELSEWHERE)];
  expect([...(pages ?? []), ...(routes ?? [])].toSorted()).toEqual(known.toSorted());
});

const signedOut = (caller: Caller) => caller === 'nobody' || caller === 'revoked';

test.describe('a page is there for whom the table says, and for others as if there were none:', () => {
  for (const [page, row] of Object.entries(PAGES))
    test(page, async () => {
      for (const caller of CALLERS) {
        const { status, to } = await ask(caller, row);
        const restricted = caller === 'team' && page === '/[org]';
        const expected = restricted
          ? [307, '/harbour-bank/teams']
          : gets(caller, row)
            ? [200, null]
            : signedOut(caller)
              ? [307, `/signin?to=${encodeURIComponent(row.address.replace('MEMBER', seeded.member))}`]
              : [404, null];
        expect([caller, status, to]).toEqual([caller, ...expected]);
      }
    });
});

test.describe('a download is there for whom the table says, is refused to a weaker role, and not there for others:', () => {
  for (const [route, row] of Object.entries(FILES))
    test(route, async () => {
      for (const caller of CALLERS) {
        const { status } = await ask(caller, row);
        const outside = ['stranger', 'removed', 'team'].includes(caller);
        const expected = gets(caller, row) ? 200 : signedOut(caller) ? 401 : outside ? 404 : 403;
        expect([caller, status]).toEqual([caller, expected]);
      }
    });
});

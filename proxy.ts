import { NextResponse, type NextRequest } from 'next/server';
import { taken, type Bucket } from './lib/domain/token-bucket';

/** A logo or a report with what a form has around it. Below the limit of next.config.ts. */
const LARGEST_BODY = 2_500_000;

const NO_DEVICES = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture']
  .map((name) => `${name}=()`)
  .join(', ');

/**
 * A content security policy with a nonce for each request: Next.js puts it on its own scripts, everything else is refused. Styles may be
 * inline, as bars carry their widths and frameworks add style elements.
 */
export function proxy(request: NextRequest): NextResponse {
  const refused = refusedAsTooLarge(request) ?? refusedAsBusy(request);
  if (refused !== null) return refused;
  const nonce = btoa(crypto.randomUUID());
  // The development server evaluates code to reload it.
  const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`;
  const policy = [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('permissions-policy', NO_DEVICES);
  // A year; browsers take no notice of it where the page came by http.
  if (process.env['NEXTAUTH_URL']?.startsWith('https://') === true)
    response.headers.set('strict-transport-security', 'max-age=31536000');
  if (request.nextUrl.pathname.startsWith('/s/')) secretAddress(response.headers);
  // Their forms post without JavaScript, for which the browser has to say from where: so not `no-referrer`.
  if (/^\/(answer|password|confirm|invite)\//.test(request.nextUrl.pathname)) keptNowhere(response.headers);
  return response;
}

/** Said before the body is read: a form gets its page with a sentence where it takes a file, everything else the sentence alone. */
function refusedAsTooLarge({ method, nextUrl, url, headers }: NextRequest): NextResponse | null {
  const length = Number(headers.get('content-length') ?? 0);
  if (!(length > LARGEST_BODY)) return null;
  const takesFile = nextUrl.pathname === '/verify' || nextUrl.pathname.endsWith('/settings/brand');
  if (method === 'POST' && takesFile && !headers.has('next-action'))
    return NextResponse.redirect(new URL(`${nextUrl.pathname}?refused=too-large`, url), 303);
  const sentence = `That is too large: ${megabytes(length)} were sent, and at most ${megabytes(LARGEST_BODY)} are taken. Nothing was changed.`;
  return new NextResponse(`${sentence}\n`, {
    status: 413,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  });
}

/**
 * Passwords that this process looks at, so that guessing from many addresses leaves it time for everybody else: one costs about 30 ms of
 * its time, and 50 a second took all of it. What is refused costs nearly nothing. Guesses are limited by address and client besides, in
 * the database (`lib/users/sign-in.ts`).
 */
const PASSWORDS = { burst: 5, perSecond: 5 };

/** Where a password of somebody unknown is hashed; elsewhere it needs a link or a session before. */
const PASSWORD_DOORS = ['/signin', '/signup'];

let passwords: Bucket = { tokens: PASSWORDS.burst, at: 0 };

function refusedAsBusy({ method, nextUrl, headers }: NextRequest): NextResponse | null {
  if (method !== 'POST' || !PASSWORD_DOORS.includes(nextUrl.pathname)) return null;
  const left = taken(passwords, PASSWORDS, performance.now());
  if (left !== null) {
    passwords = left;
    return null;
  }
  const back = nextUrl.clone();
  back.searchParams.set('refused', 'busy');
  // The scripts of the page read where an action leads from this header.
  return headers.has('next-action')
    ? new NextResponse(null, { headers: { 'x-action-redirect': `${back.pathname}${back.search};push` } })
    : NextResponse.redirect(back, 303);
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 100_000) / 10} MB`;

/** Who has the address of a shared view or an invitation sees it: it is told to nobody, kept nowhere and found by no search. */
function secretAddress(headers: Headers): void {
  headers.set('referrer-policy', 'no-referrer');
  keptNowhere(headers);
}

function keptNowhere(headers: Headers): void {
  headers.set('cache-control', 'private, no-store');
  headers.set('x-robots-tag', 'noindex, nofollow');
}

export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg|sample-report.pdf).*)'] };

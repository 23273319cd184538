import { NextResponse, type NextRequest } from 'next/server';

/** Below the limit of next.config.ts. */
const LARGEST_FORM = 2_500_000;

const NO_DEVICES = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture']
  .map((name) => `${name}=()`)
  .join(', ');

/**
 * A content security policy with a nonce for each request: Next.js puts it on its own scripts, everything else is refused. Styles may be
 * inline, as bars carry their widths and frameworks add style elements.
 */
export function proxy(request: NextRequest): NextResponse {
  if (isTooLargeLogo(request))
    return NextResponse.redirect(new URL(`${request.nextUrl.pathname}?refused=too-large`, request.url), 303);
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
  if (/^\/(password|confirm|invite)\//.test(request.nextUrl.pathname)) keptNowhere(response.headers);
  return response;
}

/** Said before the body is read: who has no JavaScript gets a sentence, and not an error of the server. */
function isTooLargeLogo({ method, nextUrl, headers }: NextRequest): boolean {
  const length = Number(headers.get('content-length') ?? 0);
  return method === 'POST' && nextUrl.pathname.endsWith('/settings/brand') && length > LARGEST_FORM;
}

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

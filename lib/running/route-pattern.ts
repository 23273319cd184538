import 'server-only';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const page = z.object({ page: z.string(), regex: z.string() });
const manifestSchema = z.object({ staticRoutes: z.array(page), dynamicRoutes: z.array(page) });

/** Which route of the application answers a path. */
export type RouteOf = (pathname: string) => string;

/** What no route answers, and everything while developing, where no list of routes is built. */
export const NO_ROUTE = 'other';
export const ASSETS = '/_next';

/**
 * Reads the routes of the build beside this process. A pattern such as `/s/[token]` may stand in logs and metrics where the path may
 * not: it opens nothing and names nobody, and there are a hundred of them.
 */
export function readRoutes(folder = path.join(process.cwd(), '.next')): RouteOf {
  if (process.env.NODE_ENV === 'development') return () => NO_ROUTE;
  const text = readFileSync(path.join(folder, 'routes-manifest.json'), 'utf8');
  const { staticRoutes, dynamicRoutes } = manifestSchema.parse(JSON.parse(text));
  const whole = new Set(staticRoutes.map((each) => each.page));
  const patterns = dynamicRoutes.map((each) => ({ page: each.page, regex: new RegExp(each.regex) }));
  return (pathname) => {
    if (whole.has(pathname)) return pathname;
    if (pathname.startsWith(`${ASSETS}/`)) return ASSETS;
    return patterns.find(({ regex }) => regex.test(pathname))?.page ?? NO_ROUTE;
  };
}

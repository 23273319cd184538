import NextLink, { type LinkProps } from 'next/link';

/**
 * A link that fetches nothing ahead. Every page is dynamic, so what Next would fetch for each link in sight is an empty shell: thirty
 * requests on the results page, which cost a phone more than they save.
 */
export function Link<RouteType>(props: LinkProps<RouteType>) {
  return <NextLink prefetch={false} {...props} />;
}

/** The address that a request came from: what the nearest of `trustProxy` proxies of one's own saw; unknown without any, as anybody can write the header. */
export function clientAddress(headers: Headers, trustProxy: number): string | null {
  if (trustProxy < 1) return null;
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const address = hops.at(-trustProxy) ?? '';
  return /^[0-9a-f.:]{3,45}$/i.test(address) ? address : null;
}

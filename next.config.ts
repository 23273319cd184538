import type { NextConfig } from 'next';

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  // The others with native code (better-sqlite3, argon2, pg) are on Next's own list.
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js'],
  // A logo of 2 MB with what a form has around it; more than that, proxy.ts sends back before it is read.
  experimental: { serverActions: { bodySizeLimit: '3mb' } },
};

export default config;

import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes, as they stand in the address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** By what a link is found; as the token has 256 random bits, nothing slower than SHA-256 is needed. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

import 'server-only';
import { randomBytes } from 'node:crypto';
import { sha256 } from '@/db/sha256';

/** 32 random bytes, as they stand in the address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** By what a link is found; as the token has 256 random bits, nothing slower than SHA-256 is needed. */
export const hashOfToken = sha256;

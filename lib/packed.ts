import 'server-only';
import { deflateSync, inflateSync } from 'node:zlib';

/** A value as text that takes a fifth of its JSON: deflated, as base64, which every database keeps as it is. */
export const packed = (value: unknown): string => deflateSync(JSON.stringify(value)).toString('base64');

/** The value again; its shape is known to whoever packed it. */
export const unpacked = (text: string): unknown =>
  JSON.parse(inflateSync(Buffer.from(text, 'base64')).toString());

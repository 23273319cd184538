import * as z from 'zod';

/** A password that somebody chooses; its spaces are part of it. */
export const newPasswordField = z
  .string()
  .min(10, 'at least 10 characters')
  .max(200, 'at most 200 characters');

'use server';

import { action } from '@/lib/action';
import { verifyUpload, verifyUploadInput } from '@/lib/reports/verify-upload';

/** Stays on the page and shows what was found. */
export const verifyAction = action({ for: 'anyone', input: verifyUploadInput, run: verifyUpload });

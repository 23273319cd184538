'use client';

import { createContext } from 'react';
import { answerAction } from '../actions';

/** Where a question is posted by a browser without JavaScript, and what goes along. */
export type Posting = { action: typeof answerAction; fields: Record<string, string> };

export const PostingTo = createContext<Posting>({ action: answerAction, fields: {} });

'use client';

import type { ReactNode } from 'react';
import type { AnsweringView } from '@/lib/assessments/answering-view';
import { Answering } from '../_answering/answering';
import { EndingBy, type Ending } from '../_answering/ending';
import { PostingTo, type Posting } from '../_answering/posting';

type Props = { view: AnsweringView; tabs: ReactNode; posting: Posting; ending: Ending };

/** The answering screen for what somebody says alone: the same questions, sent to another address. */
export function OwnAnswering({ view, tabs, posting, ending }: Props) {
  return (
    <PostingTo value={posting}>
      <EndingBy value={ending}>
        <Answering view={view} tabs={tabs} />
      </EndingBy>
    </PostingTo>
  );
}

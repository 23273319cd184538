'use client';

import { lazy, Suspense } from 'react';
import type { WhatIfProps } from './what-if';

const WhatIf = lazy(async () => ({ default: (await import('./what-if')).WhatIf }));

/** Keeps what only this mode needs out of the results page's JavaScript. */
export function WhatIfOnDemand(props: WhatIfProps) {
  return (
    <Suspense fallback={<p className="py-8">Loading the ladders …</p>}>
      <WhatIf {...props} />
    </Suspense>
  );
}

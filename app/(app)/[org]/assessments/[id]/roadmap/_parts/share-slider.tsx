'use client';

import { useState } from 'react';

/** How much of their time people have for the climb; says its number while it moves. */
export function ShareSlider({ share, error }: { share: number; error: string | undefined }) {
  const [value, setValue] = useState(share);
  return (
    <div className="space-y-1">
      <label htmlFor="field-share" className="block text-sm font-medium">
        Share of their time: <output htmlFor="field-share">{value}</output> %
      </label>
      <input
        id="field-share"
        name="share"
        type="range"
        min={5}
        max={100}
        step={5}
        defaultValue={share}
        onInput={(event) => setValue(event.currentTarget.valueAsNumber)}
        className="accent-accent min-h-10 w-full"
      />
      {error !== undefined && <p className="text-warn text-sm">{error}</p>}
    </div>
  );
}

import type { Tone } from '@/lib/pdf/view-summary';

/** The colours of `lib/pdf/style.typ`, as hexadecimal without a sign. The ramp only tints what a digit says. */
export const INK = '1B1E1D';
export const SOFT = '525C58';
export const HAIR = 'D3D8D5';
export const EDGE = '7C8783';
export const DEEP = '0F4A43';
export const WHITE = 'FFFFFF';

export const TONES: Record<Tone, { fill: string; ink: string }> = {
  'rung-0': { fill: 'ECEFEC', ink: INK },
  'rung-1': { fill: 'C3D9D3', ink: INK },
  'rung-2': { fill: '86B5AB', ink: INK },
  'rung-3': { fill: '2F7D72', ink: WHITE },
  'rung-4': { fill: DEEP, ink: WHITE },
  holds: { fill: 'C3D9D3', ink: INK },
  open: { fill: WHITE, ink: INK },
  plain: { fill: WHITE, ink: SOFT },
};

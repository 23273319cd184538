/** What a picture is painted with. Nothing is told by colour alone: what is critical also has a heavy outline. */
export type Palette = Record<
  | 'paper'
  | 'ink'
  | 'quiet'
  | 'line'
  | 'edge'
  | 'plain'
  | 'onPlain'
  | 'critical'
  | 'onCritical'
  | 'outline'
  | 'mark'
  | 'onMark',
  string
>;

/** For paper and for files that leave the product: the colours of `lib/pdf/style.typ`. */
export const PRINTED: Palette = {
  paper: '#ffffff',
  ink: '#1b1e1d',
  quiet: '#525c58',
  line: '#d3d8d5',
  edge: '#7c8783',
  plain: '#c3d9d3',
  onPlain: '#1b1e1d',
  critical: '#0f4a43',
  onCritical: '#ffffff',
  outline: '#000000',
  mark: '#0f4a43',
  onMark: '#ffffff',
};

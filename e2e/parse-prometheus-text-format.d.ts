declare module 'parse-prometheus-text-format' {
  type Metric = {
    labels?: Record<string, string>;
    value?: string;
    count?: string;
    buckets?: Record<string, string>;
  };
  /** The families of a text in Prometheus' format; throws where a line is none. */
  export default function parse(text: string): {
    name: string;
    help: string;
    type: string;
    metrics: Metric[];
  }[];
}

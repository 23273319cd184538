/** What one sees before a climb and after it. */
export function BeforeAfter({
  before,
  after,
  className,
}: {
  before: string;
  after: string;
  className: string;
}) {
  return (
    <dl className={className}>
      <div>
        <dt className="text-quiet inline">Now: </dt>
        <dd className="inline">{before}</dd>
      </div>
      <div>
        <dt className="text-quiet inline">Then: </dt>
        <dd className="inline">{after}</dd>
      </div>
    </dl>
  );
}

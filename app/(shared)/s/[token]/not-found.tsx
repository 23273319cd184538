export default function LinkNotValid() {
  return (
    <div className="max-w-prose py-8">
      <h1 className="text-xl">This link is not valid (any more)</h1>
      <p className="mt-4">
        It may be mistyped or cut short, or it may have ended. Ask whoever sent it for a new one.
      </p>
    </div>
  );
}

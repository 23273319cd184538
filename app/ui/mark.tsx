/** The product's sign: a ladder of five rungs. */
export function Mark() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 20"
      className="h-5 w-4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
    >
      <path d="M2.5 1v18M13.5 1v18M2.5 4h11M2.5 7.2h11M2.5 10.4h11M2.5 13.6h11M2.5 16.8h11" />
    </svg>
  );
}

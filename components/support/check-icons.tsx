/** Beside the words that say the same. */
export function CircleCheck() {
  return (
    <svg className="check-icon check-there" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" />
      <path d="m5 8.2 2.2 2.2L11.2 6" />
    </svg>
  );
}

export function CircleDashed() {
  return (
    <svg className="check-icon check-missing" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" strokeDasharray="2.4 2" />
    </svg>
  );
}

/** The product's name beside its mark: one thing passing from one place to another. */
export function Wordmark() {
  return (
    <span className="wordmark">
      <svg width="20" height="16" viewBox="0 0 20 16" fill="none" aria-hidden="true">
        <rect
          x="0.75"
          y="3.75"
          width="11.5"
          height="11.5"
          rx="3"
          stroke="currentColor"
          strokeWidth="1.5"
        />
        <rect x="7" y="0" width="13" height="13" rx="3.5" fill="currentColor" />
      </svg>
      Handover
    </span>
  );
}

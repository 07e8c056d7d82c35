const PIXELS_PER_SQUARE = 5;

/** A QR code, dark on light in either colour scheme: not every camera reads the opposite. */
export function QrPicture({ size, path, label }: { size: number; path: string; label: string }) {
  const width = size * PIXELS_PER_SQUARE;
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={width}
      height={width}
    >
      <rect className="qr-light" width={size} height={size} />
      <path className="qr-dark" d={path} />
    </svg>
  );
}

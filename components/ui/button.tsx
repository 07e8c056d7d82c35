import Link from "next/link";
import type { ComponentProps } from "react";

type Look = {
  variant?: "primary" | "secondary" | "danger" | "quiet";
  size?: "sm" | "md";
};

export type ButtonProps = ComponentProps<"button"> &
  Look & { pending?: boolean; pendingLabel?: string };

/** While pending it stays focusable, says so, and refuses a second click. */
export function Button({
  variant,
  size,
  pending = false,
  pendingLabel,
  className,
  children,
  type = "button",
  ...props
}: ButtonProps) {
  return (
    <button
      type={type}
      className={look({ variant, size }, className)}
      aria-disabled={pending || undefined}
      {...props}
    >
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  variant,
  size,
  className,
  ...props
}: ComponentProps<typeof Link> & Look) {
  return <Link prefetch={false} className={look({ variant, size }, className)} {...props} />;
}

function look({ variant = "secondary", size = "md" }: Look, className = "") {
  return `btn btn-${variant}${size === "sm" ? " btn-sm" : ""} ${className}`.trim();
}

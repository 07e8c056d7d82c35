import Link from "next/link";
import type { ComponentProps } from "react";

type TextLinkProps = ComponentProps<typeof Link>;

/** A link in text that navigates softly and fetches nothing before it is followed. */
export function TextLink({ className = "", ...props }: TextLinkProps) {
  return <Link prefetch={false} className={`link ${className}`} {...props} />;
}

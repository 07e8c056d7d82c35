import type { ComponentProps } from "react";

type BadgeProps = ComponentProps<"span"> & {
  tone?: "neutral" | "accent" | "warn";
};

export function Badge({ tone = "neutral", className = "", ...props }: BadgeProps) {
  const look = tone === "neutral" ? "badge" : `badge badge-${tone}`;
  return <span className={`${look} ${className}`.trim()} {...props} />;
}

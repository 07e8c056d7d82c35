import type { ComponentProps, ReactNode } from "react";
import { FocusOnMount } from "#components/ui/focus-on-mount";

type NoticeProps = Omit<ComponentProps<"div">, "title"> & {
  tone?: "info" | "ok" | "warn" | "danger";
  title?: ReactNode;
  actions?: ReactNode;
  focus?: boolean;
};

/** A result or a refusal, heard by screen readers; `focus` moves the focus to it. */
export function Notice({ tone = "info", title, actions, focus, children, ...props }: NoticeProps) {
  const Box = focus ? FocusOnMount : "div";
  const role = tone === "warn" || tone === "danger" ? "alert" : "status";
  return (
    <Box role={role} className={`notice notice-${tone}`} {...props}>
      {title && <strong>{title}</strong>}
      {children && <div>{children}</div>}
      {actions && <div className="cluster">{actions}</div>}
    </Box>
  );
}

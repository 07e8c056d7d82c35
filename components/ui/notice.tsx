import type { ComponentProps, ReactNode } from "react";
import { FocusOnMount } from "#components/ui/focus-on-mount";

type NoticeProps = Omit<ComponentProps<"div">, "title"> & {
  tone?: "info" | "ok" | "warn" | "danger";
  title?: ReactNode;
  actions?: ReactNode;
  focus?: boolean | string | object;
};

/** A result or a refusal, heard by screen readers; `focus` moves the focus to it, another value once more. */
export function Notice({ tone = "info", title, actions, focus, children, ...props }: NoticeProps) {
  const box = {
    role: tone === "warn" || tone === "danger" ? "alert" : "status",
    className: `notice notice-${tone}`,
    ...props,
    children: (
      <>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
        {actions && <div className="cluster">{actions}</div>}
      </>
    ),
  };
  return focus ? <FocusOnMount whenever={focus} {...box} /> : <div {...box} />;
}

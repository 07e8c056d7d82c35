import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice";

type StateNoticeProps = {
  tone: "info" | "warn" | "danger";
  title: string;
  actions?: ReactNode;
  children: ReactNode;
};

/** How something stands: neither a result nor a refusal, so it is not called out. */
export function StateNotice({ title, ...props }: StateNoticeProps) {
  return <Notice role="region" aria-label={title} title={title} {...props} />;
}

import type { ReactNode } from "react";
import { HelpLink } from "#components/help/help-link";
import { Notice } from "#components/ui/notice";

type StateNoticeProps = {
  tone: "info" | "warn" | "danger";
  title: string;
  actions?: ReactNode;
  children: ReactNode;
};

/** How something stands: neither a result nor a refusal, so it is not called out. */
export function StateNotice({ title, actions, children, ...props }: StateNoticeProps) {
  const ways = (
    <>
      {actions}
      <HelpLink page="trial-and-payment" />
    </>
  );
  return (
    <Notice role="region" aria-label={title} title={title} actions={ways} {...props}>
      <div className="grid gap-1 text-pretty">{children}</div>
    </Notice>
  );
}

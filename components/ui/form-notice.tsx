import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice";

type FormNoticeProps = {
  state: { status: string; sentence?: string; fields?: Record<string, string> };
  /** The ways on from a refusal. */
  actions?: ReactNode;
};

/** Above a form that was sent: the refusal, or that some fields need another look. */
export function FormNotice({ state, actions }: FormNoticeProps) {
  if (state.sentence)
    return <Notice tone="danger" focus={state} title={state.sentence} actions={actions} />;
  if (!state.fields) return null;
  return (
    <Notice tone="danger" focus={state} title="Nothing was changed yet. Please check:">
      <ul className="list">
        {Object.entries(state.fields).map(([name, sentence]) => (
          <li key={name}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

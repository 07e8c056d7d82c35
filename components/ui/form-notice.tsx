import { Notice } from "#components/ui/notice";

type FormNoticeProps = {
  state: { status: string; sentence?: string; fields?: Record<string, string> };
};

/** Above a form that was sent: the refusal, or that some fields need another look. */
export function FormNotice({ state }: FormNoticeProps) {
  if (state.sentence) return <Notice tone="danger" focus={state} title={state.sentence} />;
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

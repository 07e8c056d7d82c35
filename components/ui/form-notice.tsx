import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";

type FormNoticeProps = {
  state: {
    status: string;
    sentence?: string;
    wayOn?: { label: string; href: string };
    fields?: Record<string, string>;
  };
};

/** Above a form that was sent: the refusal, or that some fields need another look. */
export function FormNotice({ state }: FormNoticeProps) {
  if (state.sentence) {
    const { wayOn } = state;
    const ways = wayOn && <ButtonLink href={wayOn.href}>{wayOn.label}</ButtonLink>;
    return <Notice tone="danger" focus={state} title={state.sentence} actions={ways} />;
  }
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

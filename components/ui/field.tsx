import { type ComponentProps, type ReactNode, useId } from "react";

type Wording = {
  label: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
};

type Control = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type FieldProps = Wording & { children: (control: Control) => ReactNode };

/** Label, hint and refusal of one control, tied to it for screen readers. */
export function Field({ label, hint, error, optional, children }: FieldProps) {
  const { control, hintId, errorId } = useControl(hint, error);
  return (
    <div className="field">
      <label className="field-label" htmlFor={control.id}>
        {label}
        {optional && <span className="field-optional"> (optional)</span>}
      </label>
      {hint && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
      {children(control)}
      {error && (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}

export function TextField(props: Wording & ComponentProps<"input">) {
  const { label, hint, error, optional, className = "", ...input } = props;
  return (
    <Field {...{ label, hint, error, optional }}>
      {(control) => <input type="text" className={`input ${className}`} {...control} {...input} />}
    </Field>
  );
}

export function TextAreaField(props: Wording & ComponentProps<"textarea">) {
  const { label, hint, error, optional, className = "", ...area } = props;
  return (
    <Field {...{ label, hint, error, optional }}>
      {(control) => (
        // More than any form takes, so that its own sentence says so; less than a request may hold.
        <textarea
          rows={3}
          maxLength={100_000}
          className={`input ${className}`}
          {...control}
          {...area}
        />
      )}
    </Field>
  );
}

export function SelectField(props: Wording & ComponentProps<"select">) {
  const { label, hint, error, optional, className = "", ...select } = props;
  return (
    <Field {...{ label, hint, error, optional }}>
      {(control) => (
        // React resets a sent form, and a select alone to what it held when it was made.
        <select
          key={String(select.defaultValue)}
          className={`input ${className}`}
          {...control}
          {...select}
        />
      )}
    </Field>
  );
}

export function CheckboxField(props: Omit<Wording, "optional"> & ComponentProps<"input">) {
  const { label, hint, error, ...input } = props;
  const { control, hintId, errorId } = useControl(hint, error);
  return (
    <div className="check">
      <input type="checkbox" {...control} {...input} />
      <label htmlFor={control.id}>{label}</label>
      {hint && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}

function useControl(hint: ReactNode, error: string | undefined) {
  const id = useId();
  const hintId = `${id}hint`;
  const errorId = `${id}error`;
  const described = [hint && hintId, error && errorId].filter(Boolean).join(" ");
  const control: Control = {
    id,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? true : undefined,
  };
  return { control, hintId, errorId };
}

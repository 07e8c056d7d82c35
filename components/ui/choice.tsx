import { type ComponentProps, type ReactNode, useId } from "react";

type ChoiceGroupProps = ComponentProps<"fieldset"> & {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Many fields rather than a few choices: they stand side by side where there is room. */
  wide?: boolean;
};

/** A question and its choices; a refusal is read with the question. */
export function ChoiceGroup({ legend, hint, error, wide, children, ...props }: ChoiceGroupProps) {
  const id = useId();
  const described = [hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(" ");
  return (
    <fieldset
      className={wide ? "choices choices-wide" : "choices"}
      aria-describedby={described || undefined}
      {...props}
    >
      <legend>{legend}</legend>
      {hint && (
        <p className="hint" id={`${id}hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}error`}>
          {error}
        </p>
      )}
      {children}
    </fieldset>
  );
}

type ChoiceProps = Omit<ComponentProps<"input">, "title"> & {
  title: ReactNode;
  description?: ReactNode;
  type?: "radio" | "checkbox";
};

/** One choice as a card; its children are further controls, shown while it is chosen. */
export function Choice({ title, description, type = "radio", children, ...input }: ChoiceProps) {
  const id = useId();
  return (
    <div className="choice">
      <label className="choice-label">
        <input
          type={type}
          aria-labelledby={`${id}title`}
          aria-describedby={description ? `${id}about` : undefined}
          {...input}
        />
        <span className="choice-title" id={`${id}title`}>
          {title}
        </span>
        {description && (
          <span className="hint" id={`${id}about`}>
            {description}
          </span>
        )}
      </label>
      {children && <div className="choice-more">{children}</div>}
    </div>
  );
}

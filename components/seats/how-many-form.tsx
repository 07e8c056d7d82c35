import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";

type HowManyFormProps = { asked: string; error?: string; next?: string };

/** Asks how many more; the answer stands in the address, so that back, reload and a link show it. */
export function HowManyForm({ asked, error, next }: HowManyFormProps) {
  return (
    <form action="/admin/subscription/add" className="form-narrow">
      {next && <input type="hidden" name="next" value={next} />}
      <Field label="How many more" error={error}>
        {(control) => (
          <div className="cluster">
            <input
              key={asked}
              className="input w-24"
              name="count"
              inputMode="numeric"
              autoComplete="off"
              required
              maxLength={20}
              defaultValue={asked}
              {...control}
            />
            <Button type="submit">Show the sum</Button>
          </div>
        )}
      </Field>
    </form>
  );
}

import { type ReactNode, useId } from "react";
import { Button } from "#components/ui/button";
import { TextLink } from "#components/ui/link";
import { SearchAsYouType } from "#components/ui/search-as-you-type";
import { SlashKey } from "#components/ui/slash-key";

type SearchFormProps = {
  action: string;
  label: string;
  name?: string;
  defaultValue?: string;
  placeholder?: string;
  keep?: Record<string, string | string[] | undefined>;
  clearHref?: string;
  /** Sends itself while one types, where JavaScript runs. */
  asYouType?: boolean;
  children?: ReactNode;
};

/** A search that lives in the URL; `keep` carries the other parameters along. */
export function SearchForm(props: SearchFormProps) {
  const { action, label, name = "q", defaultValue, placeholder, keep = {}, clearHref } = props;
  const id = useId();
  const field = { id, name, placeholder, maxLength: 200, "aria-keyshortcuts": "/" };
  return (
    <search>
      <form className="search" action={action}>
        {Object.entries(keep).flatMap(([key, value]) =>
          [value || []]
            .flat()
            .map((each) => <input key={`${key} ${each}`} type="hidden" name={key} value={each} />),
        )}
        <label className="sr-only" htmlFor={id}>
          {label}
        </label>
        {props.asYouType ? (
          <SearchAsYouType text={defaultValue ?? ""} {...field} />
        ) : (
          <input
            key={defaultValue}
            className="input"
            type="search"
            defaultValue={defaultValue}
            {...field}
          />
        )}
        {props.children}
        <Button type="submit">Search</Button>
        {clearHref && <TextLink href={clearHref}>Clear</TextLink>}
        <SlashKey target={id} />
      </form>
    </search>
  );
}

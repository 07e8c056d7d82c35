import { createElement, Fragment } from "react";
import { TextLink } from "#components/ui/link";
import type { HelpPart, HelpText as Text } from "#lib/help/help-page";

type HelpTextProps = { text: Text; supportEmail: string };

/** Words of a help page with the links in them. */
export function HelpText({ text, supportEmail }: HelpTextProps) {
  if (typeof text === "string") return text;
  // As children in their places: two of them may be the same word, which no key tells apart.
  return createElement(Fragment, null, ...text.map((part) => shown(part, supportEmail)));
}

function shown(part: HelpPart, supportEmail: string) {
  if (typeof part === "string") return part;
  if ("href" in part) return <TextLink href={part.href}>{part.text}</TextLink>;
  return (
    <a className="link" href={`mailto:${supportEmail}`}>
      {supportEmail}
    </a>
  );
}

import Link from "next/link";
import type { ComponentProps } from "react";

type TableProps = ComponentProps<"table"> & {
  caption: string;
  /** So wide that it scrolls, with nothing in it that takes the focus: the keyboard scrolls it, too. */
  scrolls?: boolean;
};

/** A table that turns into cards on a phone; the caption is read aloud only. */
export function Table({ caption, scrolls, children, ...props }: TableProps) {
  const table = (
    <table className="tbl" {...props}>
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
  if (!scrolls) return <div className="tbl-wrap">{table}</div>;
  return (
    <section className="tbl-wrap" tabIndex={0} aria-label={caption}>
      {table}
    </section>
  );
}

/** A marked row is highlighted; say why in words too. */
export function Tr({ tone, ...props }: ComponentProps<"tr"> & { tone?: "marked" }) {
  return tone ? <tr className={tone} {...props} /> : <tr {...props} />;
}

type ThProps = Omit<ComponentProps<"th">, "align"> & {
  sort?: { href: string; direction?: "asc" | "desc" };
  align?: "end";
};

/** A column's head; with `sort` a link, and the current order is announced. */
export function Th({ sort, align, children, ...props }: ThProps) {
  return (
    <th
      scope="col"
      className={align}
      aria-sort={sort?.direction && (sort.direction === "asc" ? "ascending" : "descending")}
      {...props}
    >
      {sort ? (
        <Link prefetch={false} href={sort.href}>
          {children}
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

type TdProps = Omit<ComponentProps<"td">, "align"> & {
  label?: string;
  align?: "end";
  lead?: boolean;
  /** May hold a long text without blanks, which breaks anywhere. */
  long?: boolean;
  /** A telephone number, which stays on one line if it is an ordinary one. */
  number?: boolean;
  actions?: boolean;
  /** Holds the checkbox that chooses the row. */
  pick?: boolean;
};

/** A cell; `lead` heads its row, `actions` holds the row's links, `label` shows on phones. */
export function Td({ label, align, lead, long, number, actions, pick, ...props }: TdProps) {
  if (lead) return <th scope="row" {...props} />;
  const className = pick ? "pick" : actions ? "acts" : long ? "long" : number ? "number" : align;
  // Only what is set: an undefined property would travel to the browser with every cell.
  return (
    <td {...(label && { "data-label": label })} {...(className && { className })} {...props} />
  );
}

import { type ComponentProps, type ReactNode, useId } from "react";

type SectionProps = Omit<ComponentProps<"section">, "title"> & {
  title: ReactNode;
  description?: ReactNode;
  aside?: ReactNode;
  flush?: boolean;
};

/** A titled part of a page; `flush` lets a table or list reach its borders. */
export function Section(props: SectionProps) {
  const { title, description, aside, flush, children, ...rest } = props;
  const id = useId();
  const look = flush ? "section section-flush" : "section";
  return (
    <section className={look} aria-labelledby={id} {...rest}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {aside}
        {description && <p>{description}</p>}
      </div>
      <div className="section-body">{children}</div>
    </section>
  );
}

/** Sections that belong together as one sheet: titles at the left where there is room. */
export function Sheet({ children }: { children: ReactNode }) {
  return <div className="sheet">{children}</div>;
}

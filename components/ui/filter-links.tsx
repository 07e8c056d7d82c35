import Link from "next/link";

type FilterLink = { label: string; count?: string | number; href: string; current?: boolean };

/** A choice of views of one list, each with what it holds. */
export function FilterLinks({ label, links }: { label: string; links: FilterLink[] }) {
  return (
    <nav className="filters" aria-label={label}>
      {links.map((link) => (
        <Link
          key={link.href}
          prefetch={false}
          href={link.href}
          aria-current={link.current ? "true" : undefined}
        >
          {link.label} {link.count !== undefined && <span>{link.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

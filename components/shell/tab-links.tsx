"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

export type Tab = { label: string; href: string; current?: boolean };

/** The main tabs; a layout stays while its pages change, so each tab looks at the address. */
export function TabLinks({ tabs }: { tabs: Tab[] }) {
  const path = usePathname() ?? "";
  return (
    <nav className="tabs" aria-label="Main">
      {tabs.map(({ label, href, current = path === href || path.startsWith(`${href}/`) }) => (
        <Link key={href} prefetch={false} href={href} aria-current={current ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

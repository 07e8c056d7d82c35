import Link from "next/link";
import type { ReactNode } from "react";
import { type Tab, TabLinks } from "#components/shell/tab-links";
import { UserMenu } from "#components/shell/user-menu";
import { Wordmark } from "#components/shell/wordmark";

type AppShellProps = {
  accountName: string;
  userName: string;
  email: string;
  home: string;
  tabs: Tab[];
  /** About the account, above every page. */
  banner?: ReactNode;
  signOutAction: (form: FormData) => void | Promise<void>;
  children: ReactNode;
};

const menuLinks = [
  { label: "My sign-ins", href: "/sign-ins" },
  { label: "Help", href: "/help" },
];

/** Header, tabs and name menu around every page of a signed-in person. */
export function AppShell(props: AppShellProps) {
  const { accountName, home, tabs, banner, children, ...user } = props;
  return (
    <>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <header className="topbar">
        <div className="brand">
          <Link prefetch={false} href={home}>
            <Wordmark />
          </Link>
          <span className="brand-account clip" dir="auto" title={accountName}>
            {accountName}
          </span>
        </div>
        <TabLinks tabs={tabs} />
        <UserMenu {...user} links={menuLinks} />
      </header>
      {banner}
      <main className="main stack" id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

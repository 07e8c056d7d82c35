type UserMenuProps = {
  userName: string;
  email: string;
  links: { label: string; href: string }[];
  signOutAction: (form: FormData) => void | Promise<void>;
};

/** The name menu: a native popover, so Esc and a click elsewhere close it without JavaScript. */
export function UserMenu({ userName, email, links, signOutAction }: UserMenuProps) {
  return (
    <>
      <button type="button" className="who" popoverTarget="name-menu">
        <span className="clip" dir="auto">
          {userName}
        </span>
        <svg width="10" height="6" viewBox="0 0 10 6" fill="none" aria-hidden="true">
          <path d="M1 1l4 4 4-4" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
      <div popover="auto" id="name-menu" className="menu">
        <p>
          <span className="sr-only">Signed in as </span>
          <span dir="auto">{userName}</span>
          <br />
          <span className="hint">{email}</span>
        </p>
        {links.map(({ label, href }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
        <form action={signOutAction}>
          <button type="submit">Sign out</button>
        </form>
      </div>
    </>
  );
}

import type { ReactNode } from "react";
import { Button } from "#components/ui/button";
import { PickAll } from "#components/ui/pick-all";

type ChooseUsersProps = { isPossible: boolean; children: ReactNode };

/** The user table as a form: whoever is ticked is taken along to one sheet for all of them. */
export function ChooseUsers({ isPossible, children }: ChooseUsersProps) {
  if (!isPossible) return children;
  return (
    <form action="/admin/users/inactivate">
      {children}
      <div className="pick-bar">
        <PickAll name="user" />
        <Button type="submit">Make Inactive…</Button>
      </div>
    </form>
  );
}

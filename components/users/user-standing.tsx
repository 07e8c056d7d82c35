import { Badge } from "#components/ui/badge";
import { Time } from "#components/ui/time";
import { type DateStyle, dateText, exactText } from "#lib/dates";

/** A user's role, and whether it is an Owner's. */
export function RoleOf({ user }: { user: { role: "admin" | "user"; isOwner: boolean } }) {
  if (user.isOwner) return <Badge tone="accent">Account Owner</Badge>;
  return user.role === "admin" ? "Admin" : "User";
}

type InactiveSinceProps = {
  user: { inactivatedAt: Date | null; inactivatedByName: string | null };
  dates: DateStyle;
};

/** That a user is inactive, since when and by whom. */
export function InactiveSince({ user, dates }: InactiveSinceProps) {
  return (
    <>
      <Badge tone="warn">Inactive</Badge>
      {user.inactivatedAt && (
        <span className="hint">
          Inactive since{" "}
          <Time iso={user.inactivatedAt.toISOString()} exact={exactText(user.inactivatedAt, dates)}>
            {dateText(user.inactivatedAt, dates)}
          </Time>
          {user.inactivatedByName && (
            <>
              {" by "}
              <bdi>{user.inactivatedByName}</bdi>
            </>
          )}
        </span>
      )}
    </>
  );
}

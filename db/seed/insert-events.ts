import type { JSONValue } from "postgres";
import type { CastPerson } from "#db/seed/cast";
import type { MadeEntry } from "#db/seed/make-history";
import { PASSWORD_CHOSEN, type Stage, userOf } from "#db/seed/stage";

type Event = { at: Date; kind: string; by: string | null; about: string | null; data: JSONValue };

/** The account's log of its past, as the use cases would have written it. */
export async function insertEvents(stage: Stage, history: MadeEntry[]): Promise<void> {
  const { tx, account, accountId } = stage;
  const events = [
    opened(stage),
    ...account.people.flatMap((person) => eventsOf(stage, person, history)),
  ];
  await tx`
    insert into audit_events ${tx(
      events
        .sort((a, b) => a.at.getTime() - b.at.getTime())
        .map(({ at, kind, by, about, data }) => ({
          account_id: accountId,
          at,
          kind,
          actor_kind: by ? "member" : "system",
          actor_id: by && userOf(stage, by).id,
          actor_name: by ? userOf(stage, by).name : "Handover",
          user_id: about && userOf(stage, about).id,
          user_name: about && userOf(stage, about).name,
          data: tx.json(data),
        })),
    )}`;
}

function opened({ account, at }: Stage): Event {
  const [{ days, total }] = account.spots;
  const data = { accountName: account.name, seatsTotal: total };
  return { at: at(days), kind: "account.opened", by: null, about: null, data };
}

function eventsOf(stage: Stage, person: CastPerson, history: MadeEntry[]): Event[] {
  const { account, at, minutesAgo } = stage;
  const { email, role, isOwner, joined, addedBy = null, signIns, left } = person;
  const events: Event[] = [
    {
      at: at(joined),
      kind: "user.added",
      by: addedBy,
      about: email,
      data: { email, role, ...(isOwner && { isOwner }), linkId: userOf(stage, email).linkId },
    },
    {
      at: at(joined, PASSWORD_CHOSEN),
      kind: "user.password_chosen",
      by: email,
      about: email,
      data: {},
    },
    ...signIns.map(([device, address, hours]) => ({
      at: minutesAgo(hours * 60),
      kind: "user.signed_in",
      by: email,
      about: email,
      data: { device, address },
    })),
  ];
  if (!left) return events;
  const data = {
    reason: left.reason,
    sessionsEnded: signIns.length,
    linksEnded: 0,
    contacts: person.contacts,
    contactsPlan: "leave",
    successors: [],
    transferId: null,
    historyEntries: history.filter(({ author }) => author === person).length,
    seatsTotal: account.spots.at(-1)?.total,
    seatsUsed: account.people.filter((other) => !other.left).length,
  };
  return [
    ...events,
    { at: at(left.days), kind: "user.inactivated", by: left.by, about: email, data },
  ];
}

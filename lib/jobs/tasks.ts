import type { Task, TaskList } from "graphile-worker";
import type { TaskName } from "#lib/enqueue";
import { carveInSlices } from "#lib/jobs/carve-in-slices";
import { expireOne, findExpiredRequests } from "#lib/jobs/expire-owner-requests";
import { type ImportTask, importContacts } from "#lib/jobs/import-contacts";
import { inactivateAsScheduled } from "#lib/jobs/inactivate-as-scheduled";
import { findDueRenewals, renewOne } from "#lib/jobs/renew-subscriptions";
import { sendMail } from "#lib/jobs/send-mail";
import type { MailJob } from "#lib/mail/mails";
import { mailRoute } from "#lib/mail/transport";
import type { ExpiryJob } from "#lib/owner-requests/expire-owner-request";
import { type TellingJob, tellOfRequest } from "#lib/owner-requests/tell-of-request";
import type { RenewJob } from "#lib/seats/renew-subscription";
import type { CarveJob } from "#lib/transfers/carve-transfer";
import type { ScheduledJob } from "#lib/users/run-scheduled-inactivation";

/** What this process can do for the queue. Mail that could go nowhere waits until it can. */
export function taskList(): TaskList {
  const send: Task = (payload) => sendMail(payload as MailJob);
  const tasks: Partial<Record<TaskName, Task>> = mailRoute() ? { send_mail: send } : {};
  return {
    ...tasks,
    inactivate_user: (payload) => inactivateAsScheduled(payload as ScheduledJob),
    import_contacts: (payload) => importContacts(payload as ImportTask),
    carve_transfer: (payload) => carveInSlices(payload as CarveJob),
    tell_of_request: (payload) => tellOfRequest(payload as TellingJob),
    renew_subscription: (payload) => renewOne(payload as RenewJob),
    find_due_renewals: (_payload, helpers) => findDueRenewals(helpers),
    expire_owner_request: (payload) => expireOne(payload as ExpiryJob),
    expire_owner_requests: (_payload, helpers) => findExpiredRequests(helpers),
    clear_ended_access: async (_payload, { query }) => {
      await query("select public.clear_ended_access()");
    },
    compact_contact_counts: async (_payload, { query }) => {
      await query("select public.compact_contact_counts()");
    },
  };
}

/** Access once a day, at an hour when few work; the counts before many small ones make them slow. */
export const crontab = [
  "17 3 * * * clear_ended_access",
  "*/5 * * * * compact_contact_counts",
  "* * * * * find_due_renewals",
  "41 * * * * expire_owner_requests",
].join("\n");

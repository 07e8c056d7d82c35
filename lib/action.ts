import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import type { Agent, AgentRole, CaseAgent, LookingAgent, Member } from "#lib/actor";
import { requireAgent, requireAgentInAccount, requireAgentInCase } from "#lib/agent-session";
import type { FormAction, FormState, FormValues } from "#lib/form-state";
import { readerOf } from "#lib/reader";
import { Refusal, type RefusalCode, refusalSentence, refusalWayOn } from "#lib/refusal";
import { inReadersWords } from "#lib/refusals/in-readers-words";
import { requireMember } from "#lib/session";

/**
 * A server action of a signed-in member around one use case: parse, actor, use case, form state. The
 * result goes to `finish`, which redirects to where it shows, or answers what the form shows itself.
 */
export function accountAction<Schema extends z.ZodType, Result, Done = never>(
  schema: Schema,
  useCase: (actor: Member, input: z.infer<Schema>) => Promise<Result>,
  finish: (result: Result, actor: Member, input: z.infer<Schema>) => Done | Promise<Done>,
  neverShown?: NeverShown,
): FormAction<Done> {
  return async (_state, form) => {
    const actor = await requireMember();
    const { timeZone } = actor;
    const work = async (input: z.infer<Schema>) =>
      finish(await useCase(actor, input), actor, input);
    const state = await answerForm(form, schema, timeZone, work, neverShown);
    // Whom one chooses from has changed, or what one looked at. Other refusals leave the page as it is, with its sentence:
    // what is true by now might replace the form.
    const isStale = state.status === "refused" && staleAfter.includes(state.code);
    if (state.status === "done" || isStale) refresh();
    return actor.role === "admin" ? state : withoutAdminsWay(state);
  };
}

/** The same of an agent with one of these roles, in the console and in nobody's account. */
export function supportAction<Schema extends z.ZodType, Result, Done = never>(
  roles: AgentRole[],
  schema: Schema,
  useCase: (actor: Agent, input: z.infer<Schema>) => Promise<Result>,
  finish: (result: Result, input: z.infer<Schema>) => Done | Promise<Done>,
  neverShown?: NeverShown,
): FormAction<Done> {
  return async (_state, form) => {
    const actor = await requireAgent();
    const work = async (input: z.infer<Schema>) =>
      finish(await asAgent(actor, roles, () => useCase(actor, input)), input);
    const state = await answerForm(form, schema, "UTC", work, neverShown);
    if (state.status === "done") refresh();
    return withoutAdminsWay(state);
  };
}

/** The same in the account of the case whose number the form's address carries. */
export function caseAction<Schema extends z.ZodType<{ caseNumber: string }>, Result, Done = never>(
  roles: AgentRole[],
  schema: Schema,
  useCase: (actor: CaseAgent, input: z.infer<Schema>) => Promise<Result>,
  finish: (result: Result, input: z.infer<Schema>) => Done | Promise<Done>,
  neverShown?: NeverShown,
): FormAction<Done> {
  return async (_state, form) => {
    const actor = await requireAgentInCase(String(form.get("caseNumber") ?? ""));
    const work = async (input: z.infer<Schema>) =>
      finish(await asAgent(actor, roles, () => useCase(actor, input)), input);
    const state = await answerForm(form, schema, actor.timeZone, work, neverShown);
    if (state.status === "done") refresh();
    return withoutAdminsWay(state);
  };
}

/** The same in the account that was looked into a moment ago, with its reason stated. */
export function lookAction<Schema extends z.ZodType<{ account: string }>, Result, Done = never>(
  roles: AgentRole[],
  schema: Schema,
  useCase: (actor: LookingAgent, input: z.infer<Schema>) => Promise<Result>,
  finish: (result: Result, input: z.infer<Schema>) => Done | Promise<Done>,
  neverShown?: NeverShown,
): FormAction<Done> {
  return async (_state, form) => {
    const actor = await requireAgentInAccount(String(form.get("account") ?? ""));
    const work = async (input: z.infer<Schema>) =>
      finish(await asAgent(actor, roles, () => useCase(actor, input)), input);
    return withoutAdminsWay(await answerForm(form, schema, actor.timeZone, work, neverShown));
  };
}

/**
 * Only in one of these roles, said in the form: it may have changed since the page was opened. Whose
 * sign-in ended while the form was on its way is led to the console's own door.
 */
async function asAgent<T>({ role }: Agent, roles: AgentRole[], work: () => Promise<T>): Promise<T> {
  if (roles.length > 0 && !roles.includes(role)) throw new Refusal("not_your_role");
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_signed_in") {
      redirect("/support/sign-in?ended=over");
    }
    throw error;
  }
}

const staleAfter: RefusalCode[] = [
  "successor_not_active",
  "contacts_changed",
  "spots_changed",
  "price_changed",
  "choose_reduction",
  "seat_will_go",
  "reduction_ended",
];

/** What is not sent back for filling in again, whatever field it stands in or is called by. */
type NeverShown = (text: string) => boolean;

/** Nobody is led on to where only admins may go. */
function withoutAdminsWay<Done>(state: FormState<Done>): FormState<Done> {
  if (state.status !== "refused" || !state.wayOn?.href.startsWith("/admin")) return state;
  return { ...state, wayOn: undefined };
}

/** Parses a form and runs `work`; a refusal and a wrong field become what the form shows. */
export async function answerForm<Schema extends z.ZodType, Done>(
  form: FormData,
  schema: Schema,
  timeZone: string,
  work: (input: z.infer<Schema>) => Promise<Done>,
  neverShown: NeverShown = () => false,
): Promise<FormState<Done>> {
  const values = formValues(form);
  const again = shownAgain(values, neverShown);
  const parsed = schema.safeParse(formObject(form, values));
  if (!parsed.success) {
    return { status: "invalid", fields: fieldSentences(parsed.error), values: again };
  }
  try {
    return { status: "done", done: await work(parsed.data) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error, timeZone, again);
  }
}

async function refused(
  { code, facts }: Refusal,
  timeZone: string,
  values: FormValues,
): Promise<FormState> {
  if (code === "not_found") notFound();
  if (code === "not_signed_in") redirect("/sign-in");
  if (code === "access_ended") redirect("/sign-in?ended=inactivated");
  const { at, on, price, seat } = facts;
  const isWorded = at || on || price || seat;
  const shown = isWorded ? inReadersWords(facts, await readerOf(timeZone)) : facts;
  const sentence = refusalSentence(code, shown);
  const wayOn = refusalWayOn(code, (values.userId ?? values.contactId)?.at(-1));
  return { status: "refused", code, sentence, facts: shown, wayOn, values };
}

/** Every field as text. Next's own fields are left out. */
function formValues(form: FormData): FormValues {
  const values = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (name.startsWith("$") || typeof value !== "string") continue;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  // An object cannot travel to the browser with a prototype of its own.
  values.delete("__proto__");
  return Object.fromEntries(values);
}

/** What the schema looks at; null where a file was sent, which belongs nowhere. */
function formObject(form: FormData, values: FormValues): Record<string, string | string[] | null> {
  const texts = Object.entries(values).map(([name, all]): [string, string | string[]] => [
    name,
    all.length === 1 ? (all[0] ?? "") : all,
  ]);
  const files = [...form].filter(([, value]) => typeof value !== "string");
  return Object.fromEntries([...texts, ...files.map(([name]): [string, null] => [name, null])]);
}

function fieldSentences(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) fields[String(path[0] ?? "form")] ??= message;
  return fields;
}

// Sent back for filling in again: never a password or a code, and nothing longer than a form takes.
function shownAgain(values: FormValues, neverShown: NeverShown): FormValues {
  const entries = Object.entries(values)
    .filter(([name, all]) => ![name, ...all].some(neverShown))
    .filter(([name]) => !/password|again|ticket|token|^(code|currentCode)$/i.test(name))
    .map(([name, all]) => [name, all.slice(0, 100).map((value) => value.slice(0, 20_000))]);
  return Object.fromEntries(entries);
}

import { z } from "zod";
import { beginSecondStepAction } from "#app/(account)/sign-ins/two-step/actions";
import { SecondStepView } from "#components/second-steps/second-step-view";
import { readerOf } from "#lib/reader";
import { getSecondStepPage } from "#lib/second-steps/second-step-page";
import { requireMember } from "#lib/session";
import { nextPath } from "#lib/sessions/schema";

const cameFromSchema = z.enum(["recovery-code", "off"]).optional().catch(undefined);

export default async function SecondStepPage(props: PageProps<"/sign-ins/two-step">) {
  const actor = await requireMember();
  const { required, after, next } = await props.searchParams;
  const page = await getSecondStepPage(actor);
  return (
    <SecondStepView
      {...page}
      cameFrom={required && actor.lacksSecondStep ? "admin" : cameFromSchema.parse(after)}
      next={nextPath.parse(next)}
      dates={await readerOf(actor.timeZone)}
      beginAction={beginSecondStepAction}
    />
  );
}

import type { Instrumentation } from "next";
import { describeError } from "#lib/http/describe-error";
import { loggablePath } from "#lib/http/loggable-path";
import { log } from "#lib/log";

/** Next calls this for every error that a page, an action or a route handler let through. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  log.error(
    {
      id: request.headers["x-request-id"],
      method: request.method,
      path: loggablePath(request.path),
      route: context.routePath,
      during: context.routeType,
      error: describeError(error),
    },
    "A request failed.",
  );
};

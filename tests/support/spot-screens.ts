import type { Screen } from "#tests/support/contact-screens";
import { stateScreens } from "#tests/support/state-screens";

/** The subscription and what is done about user spots, in the demo's account. */
export const spotScreens: Screen[] = [
  { name: "admin-subscription", open: (page) => page.goto("/admin/subscription") },
  ...stateScreens,
];

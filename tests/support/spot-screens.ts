import type { Screen } from "#tests/support/contact-screens";

/** The subscription and what is done about user spots, in the demo's account. */
export const spotScreens: Screen[] = [
  { name: "admin-subscription", open: (page) => page.goto("/admin/subscription") },
  { name: "add-spots", open: (page) => page.goto("/admin/subscription/add?count=2") },
  { name: "add-spots-bad", open: (page) => page.goto("/admin/subscription/add?count=3.5") },
];

/** The breadcrumb of every page below Update subscription. */
export const spotsTrail = [
  { label: "Admin", href: "/admin" },
  { label: "Update subscription", href: "/admin/subscription" },
];

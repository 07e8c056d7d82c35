/** The breadcrumb of every page below Manage Users. */
export const usersTrail = [
  { label: "Admin", href: "/admin" },
  { label: "Manage Users", href: "/admin/users" },
];

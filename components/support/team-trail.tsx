/** The breadcrumb of every page below the team. */
export const teamTrail = [{ label: "Team", href: "/support/agents" }];

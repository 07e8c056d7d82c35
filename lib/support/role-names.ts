/** What each role of support is called on screen. */
export const roleNames = { agent: "Agent", technical: "Technical", lead: "Lead" } as const;

export const everyRole = ["agent", "technical", "lead"] as const;

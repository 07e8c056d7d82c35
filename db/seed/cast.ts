import type { Story } from "#db/seed/stories";

/** What an account of the demo begins with. Days, hours and minutes are before the seeding. */
export type CastAccount = {
  name: string;
  timeZone: string;
  /** How many user spots it opened with, and when that changed and why. */
  spots: [Spots, ...LaterSpots[]];
  card: { holder: string; last4: string; billingEmail: string; userEmail?: string };
  /** What is agreed: for one spot and one period, in minor units, since the account was opened. */
  terms: {
    plan: string;
    interval: "month" | "year";
    currency: string;
    unitPrice: number;
    minimumSeats: number;
  };
  people: CastPerson[];
  /** From which its contacts and their histories are made. */
  seed: number;
  stories: { person: Story[]; company: Story[] };
  places: readonly (readonly [city: string, state: string, postalCode: string, area: string])[];
  companies: { firms: string[]; trades: string[] };
};

export type CastPerson = {
  email: string;
  name: [first: string, last: string];
  role: "admin" | "user";
  isOwner?: boolean;
  joined: number;
  addedBy?: string;
  contacts: number;
  signIns: SignIn[];
  left?: { days: number; by: string; reason: string };
};

type Spots = { days: number; total: number };
export type LaterSpots = Spots & { by: string; reason: string };

/** How many hours ago; and how many minutes ago it was last used, if it is open still. */
type SignIn = [device: string, address: string, hours: number, usedMinutes?: number];

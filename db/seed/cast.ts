import { realtyStories, type Story, supplyStories } from "#db/seed/stories";
import { companies, places } from "#db/seed/words";

/** What an account of the demo begins with. Days, hours and minutes are before the seeding. */
export type CastAccount = {
  name: string;
  timeZone: string;
  /** How many user spots it opened with, and when that changed and why. */
  spots: [Spots, ...(Spots & { by: string; reason: string })[]];
  card: { holder: string; last4: string; billingEmail: string; userEmail?: string };
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

/** Device, how many hours ago, and how many minutes ago it was last used if it is open still. */
type SignIn = [device: string, hours: number, usedMinutes?: number];

const alder: CastAccount = {
  name: "Alder Realty",
  timeZone: "America/New_York",
  spots: [
    { days: 900, total: 10 },
    { days: 425, total: 12, reason: "Two more for rentals", by: "owner@alder.example" },
  ],
  card: { holder: "Rosalind Alder", last4: "4417", billingEmail: "billing@alder.example" },
  seed: 1848,
  stories: realtyStories,
  places: places.maine,
  companies: companies.realty,
  people: [
    {
      email: "owner@alder.example",
      name: ["Grace", "Holloway"],
      role: "admin",
      isOwner: true,
      joined: 900,
      contacts: 21,
      signIns: [["Safari on macOS", 29, 95]],
    },
    {
      email: "admin@alder.example",
      name: ["Tomás", "Rivera"],
      role: "admin",
      joined: 898,
      addedBy: "owner@alder.example",
      contacts: 64,
      signIns: [["Microsoft Edge on Windows", 51, 22]],
    },
    {
      email: "admin2@alder.example",
      name: ["Priya", "Raman"],
      role: "admin",
      joined: 640,
      addedBy: "owner@alder.example",
      contacts: 0,
      signIns: [["Chrome on Windows", 76, 190]],
    },
    {
      email: "user1@alder.example",
      name: ["Zoë", "Lindqvist"],
      role: "user",
      joined: 880,
      addedBy: "admin@alder.example",
      contacts: 142,
      signIns: [
        ["Chrome on Windows", 98, 11],
        ["Safari on iOS", 340, 47],
        ["Firefox on Linux", 505, 2900],
      ],
    },
    {
      email: "user2@alder.example",
      name: ["José", "Carvalho"],
      role: "user",
      joined: 870,
      addedBy: "admin@alder.example",
      contacts: 187,
      signIns: [
        ["Chrome on Android", 33, 6],
        ["Chrome on Windows", 170, 1500],
      ],
    },
    {
      email: "user3@alder.example",
      name: ["Marcus", "Bell"],
      role: "user",
      joined: 850,
      addedBy: "admin@alder.example",
      contacts: 205,
      signIns: [["Chrome on macOS", 26, 64]],
    },
    {
      email: "user4@alder.example",
      name: ["ليلى", "حداد"],
      role: "user",
      joined: 610,
      addedBy: "admin2@alder.example",
      contacts: 163,
      signIns: [["Safari on iOS", 124, 720]],
    },
    {
      email: "user5@alder.example",
      name: ["Siobhán", "O’Rourke"],
      role: "user",
      joined: 700,
      addedBy: "admin@alder.example",
      contacts: 241,
      signIns: [
        ["Firefox on Windows", 50, 35],
        ["Chrome on Android", 290, 1300],
      ],
    },
    {
      email: "user6@alder.example",
      name: ["Jing", "李"],
      role: "user",
      joined: 420,
      addedBy: "admin2@alder.example",
      contacts: 246,
      signIns: [["Safari on macOS", 74, 150]],
    },
    {
      email: "user7@alder.example",
      name: ["Anh Thư", "Nguyễn"],
      role: "user",
      joined: 210,
      addedBy: "admin2@alder.example",
      contacts: 194,
      signIns: [["Chrome on Windows", 1010]],
    },
    {
      email: "former@alder.example",
      name: ["Walter", "Eisenhardt"],
      role: "user",
      joined: 760,
      addedBy: "admin@alder.example",
      contacts: 37,
      signIns: [
        ["Chrome on Windows", 3000],
        ["Safari on iOS", 3190],
      ],
      left: {
        days: 118,
        by: "admin@alder.example",
        reason: "Moved away. The contacts stay until the team has agreed on who takes them.",
      },
    },
  ],
};

const birch: CastAccount = {
  name: "Birch Supply",
  timeZone: "America/Chicago",
  spots: [{ days: 510, total: 2 }],
  card: {
    holder: "Ingrid Solheim",
    last4: "0086",
    billingEmail: "owner@birch.example",
    userEmail: "owner@birch.example",
  },
  seed: 1927,
  stories: supplyStories,
  places: places.minnesota,
  companies: companies.supply,
  people: [
    {
      email: "owner@birch.example",
      name: ["Ingrid", "Solheim"],
      role: "admin",
      isOwner: true,
      joined: 510,
      contacts: 14,
      signIns: [["Microsoft Edge on Windows", 28, 130]],
    },
    {
      email: "user@birch.example",
      name: ["Kwame", "Mensah"],
      role: "user",
      joined: 505,
      addedBy: "owner@birch.example",
      contacts: 26,
      signIns: [["Chrome on Android", 31, 18]],
    },
  ],
};

export const cast = [alder, birch];

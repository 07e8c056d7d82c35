import type { CastAccount } from "#db/seed/cast";
import { supplyStories } from "#db/seed/stories";
import { companies, places } from "#db/seed/words";

export const birchSupply: CastAccount = {
  name: "Birch Supply",
  timeZone: "America/Chicago",
  spots: [{ days: 510, total: 2 }],
  card: {
    holder: "Ingrid Solheim",
    last4: "0086",
    billingEmail: "owner@birch.example",
    userEmail: "owner@birch.example",
  },
  terms: { plan: "Annual", interval: "year", currency: "EUR", unitPrice: 14_400, minimumSeats: 2 },
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
      signIns: [["Microsoft Edge on Windows", "198.51.100.10", 28, 130]],
    },
    {
      email: "user@birch.example",
      name: ["Kwame", "Mensah"],
      role: "user",
      joined: 505,
      addedBy: "owner@birch.example",
      contacts: 26,
      signIns: [["Chrome on Android", "198.51.100.11", 31, 18]],
    },
  ],
};

/** What happened with a contact, from first to last; a contact's History is the beginning of one. */
type Step = `${"note" | "call" | "email" | "meeting"}: ${string}`;
export type Story = readonly Step[];

const buyers: Story[] = [
  [
    "note: Came through the open house on {street}. Pre-approved up to {price}, wants a yard and a short way to work.",
    "call: Went over the open house. The kitchen is too small there, so three others go out tonight.",
    "email: Sent the three listings. Asked to see the first of them on {day}.",
    "meeting: Walked through it together. Likes the light, worries about the age of the roof.",
    "call: Offer is in at {price}. The answer is promised for {day} noon.",
    "note: Offer accepted. Inspection is booked and the lender has the paperwork.",
  ],
  [
    "call: First home, renting until the lease is up. Explained how an offer, the deposit and the inspection work.",
    "email: Sent three lenders who answer quickly, and a checklist for the pre-approval.",
    "meeting: Settled the budget over coffee: {price}, two bedrooms, a low condo fee.",
    "note: Lost {street} to a cash offer. Disappointed, but still looking.",
    "call: A new one on {street} fits the budget. Showing on {day} after work.",
  ],
  [
    "email: Moving here for a job at the hospital. Knows nobody in town and has two children in school.",
    "call: Talked through the school districts. Wants to rent nothing, buy once.",
    "email: Sent a video of {street} and the floor plan, with the heating bills of two winters.",
    "meeting: Here for a weekend, seven houses in two days. {street} is the favorite.",
    "note: Closed at {price}. Keys handed over, movers come on {day}.",
  ],
  [
    "note: Referred by a neighbor. Looks for a two-family to live in one half and rent out the other.",
    "call: Ran the numbers for {street}: works at {price} with a rent of {rent} for the upper floor.",
    "meeting: Second visit with a contractor. The porch has to be rebuilt before winter.",
    "email: Passed on the contractor's estimate and asked the seller for a credit.",
    "call: Seller meets us halfway. Thinks it over until {day}.",
  ],
];

const sellers: Story[] = [
  [
    "call: Thinks of selling {home} in spring, once the youngest has finished school.",
    "meeting: Looked at {home} from attic to basement. Suggested {price}; had hoped for a little more.",
    "email: Sent seven sales of the last half year within a mile, as promised.",
    "note: Listing agreement signed. The photographer comes on {day}, the key is in the office.",
    "call: Eleven showings in the first week and two second visits. Advised to wait for the weekend.",
    "email: Both offers side by side. Prefers the lower one, which does not depend on a sale.",
  ],
  [
    "call: Selling a parent's house together with two sisters, one of them abroad. Patience needed.",
    "email: Sent what the lawyer will ask for, and what can wait until the house is empty.",
    "meeting: Met at {home}. Much furniture; gave the name of an auction house that collects.",
    "call: All three have signed now. Asking price stays at {price}.",
    "note: Under agreement. Closing moves by a week, the sister's papers are still in the mail.",
  ],
  [
    "meeting: The house has become too large for one person. Would like something on one floor, near the shops.",
    "note: Not in a hurry. Call again after the holidays, mornings are best.",
    "call: Ready to look. Only with an elevator, and the cat comes along.",
    "email: Sent two apartments on {street}. Prefers the one with the balcony.",
  ],
  [
    "note: Asked what {home} might bring. Refinanced two years ago, so the price matters more than the date.",
    "call: Explained why {price} is the top of the range this season. Will think about it.",
    "email: Decided to stay for now and to redo the bathroom. Keep in touch twice a year.",
    "call: The usual autumn call. Bathroom is done, no plans to sell.",
  ],
];

const tenants: Story[] = [
  [
    "email: Looks for two bedrooms from the first of the month, up to {rent}. Has a quiet dog.",
    "call: The landlord on {street} takes dogs against a deposit. Viewing on {day}.",
    "meeting: Liked it. Application filled in at the kitchen table, references follow.",
    "note: Lease signed for a year at {rent}.",
    "call: Asked about staying another year. Told the landlord, who is glad.",
  ],
  [
    "call: Rents out three apartments on {street} and is tired of the phone calls at night.",
    "meeting: Went through all three. One needs a new boiler before anybody moves in.",
    "email: Sent our terms for managing them, first month free.",
    "note: Signed. Tenants were told by letter, the spare keys hang in the office.",
    "call: Boiler is in. Middle floor can be listed at {rent}.",
  ],
];

const partners: Story[] = [
  [
    "meeting: Lunch. Happy with the last two referrals, both closed on time.",
    "email: Sent the new flyer for the counter and asked for thirty of theirs.",
    "call: Has a client who must sell before a move abroad. Will introduce us on {day}.",
    "note: Thank-you card sent for the introduction.",
  ],
  [
    "call: Asked for a price for the work on {street}. Can start in two weeks.",
    "email: Estimate arrived, clear and itemized. Forwarded to the seller.",
    "note: Did what was promised, a day early. Use again.",
    "call: Fully booked until the end of the month, take that into account.",
  ],
  [
    "email: Looks for a shop with a front on {street}, about 1,200 square feet, up to {rent} a month.",
    "meeting: Saw two spaces. The corner has the better light, the other one the parking.",
    "call: Wants a break clause after three years. Landlord's lawyer answers by {day}.",
    "email: Draft lease sent for review, with the floor plan.",
    "note: Lease signed. Sign permit is with the city.",
  ],
  [
    "call: The office lease on {street} ends next year. Stay, or move closer to the station?",
    "email: Sent a comparison of both over five years.",
    "meeting: Presented it to the partners. They lean toward moving if parking is solved.",
    "note: Waiting for their decision. Do not push before the quarter closes.",
  ],
];

const customers: Story[] = [
  [
    "call: Needs 40 sheets of plywood on {street} by {day}, crane truck if possible.",
    "email: Sent the quote. Good until the end of the month.",
    "note: Delivered in full. Driver says the access is narrow, send the small truck next time.",
    "call: Pleased with the delivery. Asked about terms of thirty days.",
  ],
  [
    "meeting: Came by the yard to look at cedar. Builds four cabins by the lake this year.",
    "email: Sent prices for cedar and larch, by the bundle.",
    "call: Takes the cedar, half now and half after the thaw.",
  ],
  [
    "note: Two sacks short on the last order. Credited, and apologized.",
    "call: All settled. Next order comes on {day}.",
  ],
];

export const realtyStories = { person: [...buyers, ...sellers, ...tenants], company: partners };
export const supplyStories = { person: customers, company: customers };

import type { HelpPage } from "#lib/help/help-page";

export const reducingUserSpots: HelpPage = {
  title: "Reducing user spots",
  summary:
    "Open user spots stay paid for until you reduce them: in four short steps, effective at the renewal, and to be cancelled until then.",
  isForAdmins: true,
  sections: [
    {
      title: "How",
      blocks: [
        {
          steps: [
            [
              "Open ",
              { text: "Reduce user spots", href: "/admin/subscription/reduce" },
              " from Update subscription, or follow it from the page that says somebody was made inactive: then the right number is filled in.",
            ],
            "Your user spots shows how many are paid for, used and open, and who left.",
            "New total asks how many there shall be. It is the new number itself, not how many fewer.",
            "What changes shows the bill before and after, from when on, and what you save.",
            "Confirm says it in one sentence. Click Reduce user spots, and the receipt follows, with a number.",
          ],
        },
        "Every step has an address of its own: going back, or loading the page again, loses nothing.",
      ],
    },
    {
      title: "When it counts",
      blocks: [
        "From the next renewal on. The present period is paid for, so nothing of it is refunded, and the open user spots can be used until then. During the trial it counts at once, as nothing is paid yet.",
        "If more are used at the renewal than the new number, as many stay as are used, and the admins and the card holder are told why.",
      ],
    },
    {
      title: "How low it can go",
      blocks: [
        [
          "Never below the number of active users, nor below what your plan has at least. To go lower, ",
          { text: "make someone inactive", href: "/help/making-a-user-inactive" },
          " first.",
        ],
      ],
    },
    {
      title: "A change of mind",
      blocks: [
        [
          "Until the renewal the change can be cancelled under ",
          { text: "Update subscription", href: "/admin/subscription" },
          ". Only one reduction is scheduled at a time: a newer one takes the place of the older.",
        ],
      ],
    },
    {
      title: "If it is refused",
      blocks: [
        {
          list: [
            "Somebody changed the user spots after you had opened the page: it says who and when, and leads back to the new numbers. Your number is kept.",
            "The Account Owners keep changes of user spots to themselves: ask one of them.",
            "No user spot is open: make someone inactive first.",
            "The subscription has ended: an Account Owner can start it again.",
          ],
        },
        "A refusal changes nothing: neither the spots, nor the bill.",
      ],
    },
  ],
  searchWords:
    "seat seats license licence licenses fewer less lower decrease drop remove downgrade save money bill cost pay paying still paid inactive renewal schedule cancel receipt wizard",
  related: ["user-spots-and-the-bill", "making-a-user-inactive", "adding-a-user"],
};

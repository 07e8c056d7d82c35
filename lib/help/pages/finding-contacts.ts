import type { HelpPage } from "#lib/help/help-page";

export const findingContacts: HelpPage = {
  title: "Finding contacts",
  summary:
    "Search, filter and sort the Contact Table, choose its columns, and take along a few contacts or all that match.",
  sections: [
    {
      title: "Search",
      blocks: [
        "Type a part of the name, company, e-mail or phone, in any order: “bak ann” finds Ann Baker. Capitals and accents do not matter, and a phone number is found with or without its blanks. One or two letters alone find the beginnings of words.",
        "Up to 1,000 matches are counted exactly. Of a search with more you see “more than 1,000”, and it cannot be sorted by assignee.",
      ],
    },
    {
      title: "Assignee and book",
      blocks: [
        [
          "Choose with whom the contacts lie, or ",
          { text: "Inactive users' contacts", href: "/contacts?assignee=inactive" },
          ". In an account of very many users, type the name or e-mail of another assignee.",
        ],
        "Of one assignee you can also choose a book: their own contacts, or those taken over from somebody on a day. Admins can give such books a name, and everybody can name their own.",
      ],
    },
    {
      title: "Sort, columns, pages",
      blocks: [
        "A click on a column's head sorts by it, another one turns the order round. What is empty comes last. Under Columns you choose what is shown and how close the rows are; it is remembered for you.",
        "All of it stands in the address, so you can keep it as a bookmark or send it to a colleague.",
      ],
    },
    {
      title: "Reassign",
      blocks: [
        "Tick rows, or Select all that match, and choose Reassign. Admins can reassign everybody's contacts, and everybody their own.",
      ],
    },
  ],
  searchWords:
    "contact table list search find filter sort order columns density compact rows page select all book name phone company",
  related: ["what-happens-to-the-contacts", "roles"],
};

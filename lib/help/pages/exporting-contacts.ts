import type { HelpPage } from "#lib/help/help-page";

export const exportingContacts: HelpPage = {
  title: "Exporting contacts",
  summary: "What the Contact Table shows as a file: CSV for spreadsheets, vCard for address books.",
  isForAdmins: true,
  sections: [
    {
      title: "How",
      blocks: [
        {
          steps: [
            [
              "In ",
              { text: "Contacts", href: "/contacts" },
              ", search or choose an assignee, if you want a part only.",
            ],
            "Click Export. The page says how many contacts match.",
            "Choose CSV or vCard. The file is written while it is sent, whatever its size.",
          ],
        },
        "Contacts of inactive users are included, deleted ones are not. The export stands in the account log: by whom, as what and which part.",
      ],
    },
    {
      title: "CSV",
      blocks: [
        "One line for each contact, in UTF-8, with its assignee in the last column. The columns have the names of the fields here, so that an import into another account recognises them.",
        "A spreadsheet takes a cell that begins with =, +, - or @ for a formula, and would compute a phone number that begins with +. Such a cell begins with an apostrophe here, as spreadsheets mark text: '+44 20 7946 0000. It is read as it is, nothing is computed, and an import here leaves the apostrophe out.",
      ],
    },
    {
      title: "vCard",
      blocks: [
        "One card for each contact, in version 3.0, which phones, Google Contacts, Outlook and Apple's Contacts read.",
      ],
    },
    {
      title: "What is not in it",
      blocks: [
        "The History of contacts stays here: it carries its authors, and is in neither file.",
      ],
    },
  ],
  searchWords:
    "export download file csv vcard vcf excel spreadsheet google outlook apple backup copy take out apostrophe formula plus",
  related: ["adding-contacts", "deleting-contacts", "account-log"],
};

import type { HelpPage } from "#lib/help/help-page";

export const importingContacts: HelpPage = {
  title: "Importing contacts",
  summary:
    "A CSV or vCard file of any program becomes contacts; you see what it would become before anything is added.",
  isForAdmins: true,
  sections: [
    {
      title: "How",
      blocks: [
        {
          steps: [
            ["Open ", { text: "Import contacts", href: "/contacts/import" }, " and choose a file."],
            "Check what each column fills. Handover guesses it, and remembers what you chose for the next file of the same kind.",
            "Look at what the first rows become, choose who gets the contacts and what happens to those that are here already.",
            "Click Start the import.",
          ],
        },
        "It goes on when you close the page. You can cancel it at any time: what was taken in before stays.",
      ],
    },
    {
      title: "Which files",
      blocks: [
        "CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or the encoding of older Windows programs, as Google Contacts, Outlook, HubSpot and Salesforce export it; and vCard 2.1, 3 and 4. A file may have up to 512 MB. Save a spreadsheet (.xlsx) as CSV first.",
      ],
    },
    {
      title: "Contacts that are here already",
      blocks: [
        "A contact is known by its e-mail; without one by its name, company and phone together. Known ones are not added again, so the same file can be imported twice. You can let the file bring them up to date: what it says takes the place of what stands here, and what it leaves empty stays.",
      ],
    },
    {
      title: "Rows that need a look",
      blocks: [
        "A row without a name, company, e-mail and phone, with an address that is none or a text that is too long is left out and listed with its line and the reason. A contact whose phone another contact has, too, is taken in and listed. The result offers the list as a file.",
        "Two columns for one field: the first that is filled counts.",
      ],
    },
  ],
  searchWords:
    "upload csv vcard vcf excel xlsx google outlook hubspot salesforce mapping columns header encoding umlaut duplicates spreadsheet",
  related: ["account-log", "roles"],
};

/** First and last names that go together; a group stands here as often as its names are met. */
const english = {
  first: [
    ..."Abigail Adrian Alice Amos Audrey Blake Brenda Calvin Caroline Cedric Clara Cora".split(" "),
    ..."Curtis Daphne Dean Della Dorothy Edwin Elaine Ellis Esther Felix Florence Gavin".split(" "),
    ..."Glenn Harriet Hazel Hugh Imogen Irving Isaac Joanna Joel Judith Keith Kendra Lance".split(
      " ",
    ),
    ..."Leland Lorna Louis Mabel Maxine Miles Muriel Neil Noreen Opal Owen Pearl Percy".split(" "),
    ..."Quincy Ramona Reid Rhoda Roland Sadie Simon Stella Theo Trudy Vernon Wanda Wesley".split(
      " ",
    ),
  ],
  last: [
    ..."Abbott Ashdown Barlow Beckett Blackwood Bramley Calloway Carver Chadwick Clifton".split(
      " ",
    ),
    ..."Colby Crane Dalton Denholm Draper Easton Ellery Fairbank Farrow Fenwick Garland".split(" "),
    ..."Goddard Hadley Halstead Hawley Hollis Ives Jarvis Keating Kimball Langley Lockwood".split(
      " ",
    ),
    ..."Marlow Merrick Millard Norwood Oakley Orton Paxton Pemberton Quimby Radcliffe".split(" "),
    ..."Rowland Sawyer Selby Shepherd Stanton Talbot Thorne Underwood Vickers Wadsworth".split(" "),
    ..."Wakefield Weatherby Whitlock Winslow Woodrow Yardley O'Malley McAllister".split(" "),
  ],
};
const hispanic = {
  first: [
    ..."Álvaro Beatriz Consuelo Diego Elena Esteban Fermín Inés José Lucía Mateo".split(" "),
    ..."Maribel Nuria Óscar Pilar Raúl Soledad Tomás Ximena".split(" "),
  ],
  last: [
    ..."Aguirre Benítez Calderón Escobar Fuentes Ibáñez Lozano Marín Núñez Ortega".split(" "),
    ..."Peña Quintero Ríos Salazar Urbina Vélez Zamora".split(" "),
  ],
};
const european = {
  first: [
    ..."Zoë André Björn Céline Édith François Günther Ilse Jürgen Léa Marek Noémie".split(" "),
    ..."Renée Sören Tereza".split(" "),
  ],
  last: [
    ..."Ackermann Bélanger Dvořák Fröhlich Gagné Håkansson Jäger Königsberg Lévesque".split(" "),
    ..."Müller Novák Ostrowski Rossi Thériault".split(" "),
  ],
};
const asian = {
  first: [
    ..."Akira Bình Deepa Hana Jin Kavita Linh Min-jun Nisha Ravi Soo-jin Tuấn Wei".split(" "),
    ..."Anjali Haruto Mei Rohan Yuki".split(" "),
  ],
  last: [
    ..."Banerjee Chen Fujimoto Iyer Kang Li Mehta Nguyễn Okada Park Phạm Sharma".split(" "),
    ..."Choi Tan Trần Yamada".split(" "),
  ],
};
const african = {
  first: [
    ..."Abena Chidi Efua Folake Imani Jamal Kofi Latoya Malik Nia Obinna Tariq".split(" "),
    ..."Amara Desta Zuri".split(" "),
  ],
  last: [
    ..."Adeyemi Boateng Diallo Eze Freeman Kamara Mbeki Nkosi Owusu Sesay Toure".split(" "),
    ..."Abebe Okoye Tembo".split(" "),
  ],
};
const arabic = {
  first: ["ليلى", "كريم", "نور", "سامي", "رانيا", "يوسف"],
  last: ["حداد", "منصور", "الخطيب", "نجار"],
};
const chinese = {
  first: ["李", "王", "陈", "张"].flatMap((surname) =>
    ["娜", "伟", "思远", "敏", "丽华"].map((given) => surname + given),
  ),
  last: [""],
};
const cyrillic = {
  first: ["Ольга", "Дмитро", "Тарас", "Нина", "Олена"],
  last: ["Коваль", "Лисенко", "Мельник", "Шевчук"],
};

export const nameGroups = [
  ...Array.from({ length: 22 }, () => english),
  ...Array.from({ length: 7 }, () => hispanic),
  ...Array.from({ length: 6 }, () => asian),
  ...Array.from({ length: 5 }, () => european),
  ...Array.from({ length: 5 }, () => african),
  ...[arabic, chinese, cyrillic],
];

/** City, state, postal code, and the area code of its telephones. */
export const places = {
  maine: [
    ["Portland", "ME", "04101", "207"],
    ["South Portland", "ME", "04106", "207"],
    ["Westbrook", "ME", "04092", "207"],
    ["Saco", "ME", "04072", "207"],
    ["Biddeford", "ME", "04005", "207"],
    ["Brunswick", "ME", "04011", "207"],
    ["Kittery", "ME", "03904", "207"],
    ["Portsmouth", "NH", "03801", "603"],
    ["Dover", "NH", "03820", "603"],
    ["Newburyport", "MA", "01950", "978"],
    ["Worcester", "MA", "01608", "508"],
    ["Boston", "MA", "02116", "617"],
    ["Providence", "RI", "02903", "401"],
    ["Burlington", "VT", "05401", "802"],
    ["Albany", "NY", "12207", "518"],
  ],
  minnesota: [
    ["Duluth", "MN", "55802", "218"],
    ["Hermantown", "MN", "55811", "218"],
    ["Cloquet", "MN", "55720", "218"],
    ["Superior", "WI", "54880", "715"],
  ],
} as const;

export const streets = [
  ..."Alder Lane,Anchor Street,Beech Road,Bellwether Way,Birchwood Drive,Brackett Street".split(
    ",",
  ),
  ..."Canal Street,Cedar Court,Chestnut Avenue,Cliff Road,Depot Street,Elm Terrace".split(","),
  ..."Ferry Road,Foundry Street,Garrison Hill,Harbor View,Hillcrest Avenue,Juniper Street".split(
    ",",
  ),
  ..."Kestrel Lane,Lighthouse Road,Linden Street,Maple Row,Meadow Lane,Mill Pond Road".split(","),
  ..."Orchard Street,Pine Knoll,Pleasant Street,Quarry Road,River Bend,Saltmarsh Way".split(","),
  ..."School Street,Spruce Point,Summit Avenue,Tannery Lane,Thornton Road,Willow Park".split(","),
];

const firms = [
  ..."Blue Heron,Casco,Copper Kettle,Eastwind,Fernhill,Granite,Harbor Point,Ironwood".split(","),
  ..."Juniper,Kingfisher,Lantern,Longmeadow,Millbrook,Northgate,Old Mill,Osprey,Pinecone".split(
    ",",
  ),
  ..."Quayside,Redstone,Sandpiper,Stonebridge,Tidewater,Twin Oaks,Union Wharf,Westbay".split(","),
];
export const companies = {
  realty: {
    firms,
    trades: [
      ..."Architects,Bakery,Bookkeeping,Dental,Electric,Home Inspection,Home Staging".split(","),
      ..."Insurance,Law Office,Mortgage,Movers,Painting,Plumbing,Property Care,Roofing".split(","),
      ..."Software,Surveyors,Title Services,Veterinary Clinic,Yoga".split(","),
    ],
  },
  supply: {
    firms,
    trades: "Builders,Carpentry,Cabins,Decks,Homes,Masonry,Remodeling,Roofing".split(","),
  },
};

/** Where people without a company have their mail. */
export const mailDomains = ["mail.example", "post.example", "inbox.example", "letterbox.example"];

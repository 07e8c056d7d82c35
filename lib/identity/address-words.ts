const setOf = (words: string) => new Set(words.trim().split(/\s+/));

/** What an address is called after when it is no person's, in the languages of our customers. */
export const roleWords =
  setOf(`info infos information sales office hr team support admin administrator
  administration kontakt contact contacts ventas mail email post hello hallo hola hi me service
  services kundenservice kundendienst customer customers care help helpdesk desk billing invoice
  invoices accounting accounts finance finanzen buchhaltung rechnung rechnungen marketing press presse
  media pr jobs job career careers karriere bewerbung personal recruiting legal recht datenschutz
  privacy security abuse webmaster postmaster hostmaster noreply reply no it tech technik edv dev
  development engineering einkauf verkauf vertrieb purchasing orders order bestellung bestellungen
  shop store reception empfang rezeption frontdesk front zentrale sekretariat secretary secretariat
  assistant assistenz assistance management manager direktion direction direccion board vorstand
  gf ceo cfo cto coo hq headquarters booking bookings reservation reservations reservierung events
  event partner partners business company firma kanzlei praxis studio agency agentur club verein
  school schule user users emp employee mitarbeiter staff seat platz test operations ops logistics
  logistik lager warehouse production produktion quality account kunden clientes cliente client
  clients soporte ayuda oficina administracion contabilidad facturacion compras comercial recepcion
  rrhh vendite ufficio amministrazione segreteria commerciale acquisti assistenza ventes bureau
  accueil comptabilite commercial achats rh vendas suporte contato financeiro escritorio atendimento
  verkoop kantoor administratie inkoop klantenservice boekhouding biuro sprzedaz kontakty obchod
  ertekesites iroda sekretariat ksiegowosc kadry prodazhi otdel buh zakaz sklad myynti salg forsaljning
  ekonomi lon regnskab crm data research lab project projects projekt newsletter news feedback
  inbox web online global international europe emea dach eu us uk de fr es it north south east west`);

/** What people put beside their name in an address. */
export const wordsBesideName = setOf(`ext extern external int intern work arbeit private privat home
  family familie familia famille fam consulting consult law online mail email real official the mr mrs
  ms dr prof herr frau jr sr new neu alt old biz pro my hey its im adm x xx xxx`);

const freeMail =
  setOf(`gmail googlemail yahoo ymail rocketmail hotmail outlook live msn icloud me mac
  aol gmx web t-online freenet arcor posteo mailbox proton protonmail pm tutanota tuta yandex ya mail
  inbox list bk rambler ukr qq 163 126 sina foxmail naver daum hanmail libero virgilio tiscali alice
  orange wanadoo free laposte sfr wp o2 onet interia seznam centrum atlas uol bol terra zoho fastmail
  hey rediffmail btinternet sky comcast verizon att ziggo kpnmail xs4all bluewin hispeed telia freemail
  citromail abv sapo telenet skynet`);

/** Whether everybody gets an address here, called as they like. */
export function isFreeMail(domain: string): boolean {
  const labels = domain.split(".");
  const isSecondLevel = labels.length > 2 && (labels.at(-2)?.length ?? 0) <= 3;
  return freeMail.has(labels.at(isSecondLevel ? -3 : -2) ?? "");
}

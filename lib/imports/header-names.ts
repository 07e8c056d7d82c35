import { type ImportField, importFieldNames } from "#lib/imports/fields";

/**
 * What a column is called in exports of Google Contacts (old and new), Outlook, HubSpot, Salesforce
 * and our own, and in other files in English, German, French and Spanish. Case, accents, blanks and
 * punctuation do not count.
 */
const names: Record<ImportField, string> = {
  firstName:
    "first name|given name|forename|first|contact first name|vorname|rufname|prénom|nombre|nombre de pila",
  lastName:
    "last name|family name|surname|last|contact last name|nachname|familienname|nom|nom de famille|apellido|apellidos",
  fullName:
    "name|full name|display name|contact name|contact|file as|anzeigename|vollständiger name|ansprechpartner|nom complet|nombre completo",
  company:
    "company|company name|organization|organisation|organization name|organization 1 name|account name|account|associated company|employer|business|firma|firmenname|unternehmen|société|entreprise|raison sociale|empresa|compañía|organización",
  jobTitle:
    "job title|title|position|role|organization title|organization 1 title|organization job title|berufsbezeichnung|funktion|stelle|beruf|fonction|poste|titre|cargo|puesto",
  email:
    "e-mail|email|email address|e-mail address|e-mail 1 value|e-mail 2 value|e-mail 2 address|e-mail 3 address|email 1|email 2|primary email|work email|mail|e-mail-adresse|e-mail-1|mailadresse|adresse e-mail|adresse électronique|courriel|correo|correo electrónico|dirección de correo electrónico",
  phone:
    "phone|phone number|phone 1|phone 1 value|phone 2 value|phone 3 value|telephone|telephone number|tel|business phone|business phone 2|work phone|office phone|primary phone|company main phone|company phone|home phone|other phone|telefon|telefonnummer|telefon geschäftlich|telefon (geschäftlich)|telefon privat|festnetz|téléphone|téléphone (bureau)|téléphone professionnel|teléfono|teléfono del trabajo",
  mobile:
    "mobile|mobile phone|mobile phone number|mobile number|mobile no|cell|cell phone|cellphone|phone 2|mobil|mobiltelefon|mobilnummer|mobilfunk|handy|handynummer|portable|téléphone mobile|téléphone portable|móvil|teléfono móvil|celular",
  street:
    "street|street address|address|address 1|address line 1|address 1 street|business street|business address|mailing street|mailing address|billing street|home street|other street|work address street|straße|strasse|anschrift|straße geschäftlich|adresse|rue|rue (bureau)|calle|dirección|domicilio",
  city: "city|town|address 1 city|business city|mailing city|billing city|home city|other city|ort|stadt|wohnort|ort geschäftlich|ville|ville (bureau)|commune|ciudad|localidad|población",
  state:
    "state|province|state/province|state/region|region|address 1 region|business state|mailing state|billing state|home state|other state|mailing state/province|bundesland|kanton|région|département|provincia|estado|comunidad autónoma",
  postalCode:
    "zip|zip code|zip/postal code|postal code|postcode|address 1 postal code|business postal code|mailing postal code|mailing zip/postal code|mailing zip|billing postal code|home postal code|other postal code|plz|postleitzahl|postleitzahl geschäftlich|code postal|código postal|cp",
  country:
    "country|country/region|address 1 country|business country|business country/region|mailing country|billing country|home country|home country/region|other country|land|land/region geschäftlich|pays|pays/région|país",
  website:
    "website|web|web page|website url|website 1 value|url|homepage|web site|webseite|internetseite|internet|site web|site internet|sitio web|página web",
  notes:
    "notes|note|description|comments|comment|remarks|notizen|notiz|bemerkung|bemerkungen|anmerkungen|beschreibung|remarques|commentaire|commentaires|notas|observaciones|comentarios",
};

const fieldsByName = new Map(
  importFieldNames.flatMap((field) =>
    names[field].split("|").map((name): [string, ImportField] => [foldHeader(name), field]),
  ),
);

/** The field that a column of this name fills, where the name says it. */
export function fieldOfHeader(header: string): ImportField | null {
  return fieldsByName.get(foldHeader(header)) ?? null;
}

/** "E-mail 1 - Value" and "email1value" are one name. */
export function foldHeader(header: string): string {
  return header
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** What the server itself answers instead of a page. */
export interface Refused {
  status: number;
  title: string;
  sentence: string;
}

export const methodUnknown: Refused = {
  status: 405,
  title: "This cannot be done here",
  sentence: "Handover answers to opening a page and to sending a form, and to nothing else.",
};

export const addressTooLong: Refused = {
  status: 414,
  title: "This address is too long",
  sentence: "An address here has at most 32,768 characters. Nothing was changed.",
};

export const addressUnreadable: Refused = {
  status: 400,
  title: "This address cannot be read",
  sentence: "It may have been cut off or mistyped. Nothing was changed.",
};

export const formFromElsewhere: Refused = {
  status: 403,
  title: "This form came from another site",
  sentence: "Open the page in Handover itself and send the form from there. Nothing was changed.",
};

export const bodyTooLarge: Refused = {
  status: 413,
  title: "This is too much to send at once",
  sentence: "A form may hold at most 1 MB. Nothing was changed. Go back and send less.",
};

export const bodyTooSlow: Refused = {
  status: 408,
  title: "This took too long to arrive",
  sentence:
    "A form is waited for a minute. Nothing was changed. Check your connection and send it again.",
};

export const fileTooLarge: Refused = {
  status: 413,
  title: "This file is too large",
  sentence:
    "A file of contacts may have at most 512 MB. Nothing was changed. " +
    "Go back and import it in several parts.",
};

export const formUnreadable: Refused = {
  status: 400,
  title: "This form cannot be read",
  sentence:
    "It was cut off or changed on its way. Nothing was changed here. " +
    "Open the page again and send the form once more.",
};

const pageOutdated: Refused = {
  status: 409,
  title: "This page is out of date",
  sentence:
    "Handover has been updated since you opened it. Nothing was changed. " +
    "Open the page again and send the form once more.",
};

export const ourFault: Refused = {
  status: 500,
  title: "Something failed on our side",
  sentence:
    "This page could not be made. If you were saving something, it may not have been saved: " +
    "look before you send it again. Please try again in a moment.",
};

const nothingHere: Refused = {
  status: 404,
  title: "There is nothing here",
  sentence: "The address may be mistyped, or the entry belongs to another account.",
};

const notAllowed: Refused = {
  status: 403,
  title: "This page is not for you",
  sentence: "Your role does not open it. Ask one of your admins to do this for you.",
};

const known = [formUnreadable, notAllowed, nothingHere, pageOutdated];

/** What to say where Next says next to nothing. */
export function refusedByNext(status: number): Refused {
  return known.find((refused) => refused.status === status) ?? { ...ourFault, status };
}

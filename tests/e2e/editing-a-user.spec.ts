import { type Account, password } from "#tests/support/e2e-account";
import { linkIn, mailsTo } from "#tests/support/e2e-mails";
import {
  alertOf,
  expect,
  type Page,
  type Person,
  signIn,
  statusOf,
  test,
} from "#tests/support/e2e-test";

async function openEdit(page: Page, { name }: Person): Promise<void> {
  await page.goto("/admin/users");
  await page.getByRole("link", { name: `Edit: ${name}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Edit ${name}`);
}

const save = (page: Page) => page.getByRole("button", { name: "Save changes" }).click();
const newAddress = (account: Account) => `uma.new@${account.id}.example`;

test("name, role and default successor change at once, and the log says from what to what", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await openEdit(page, account.leaver);
  await page.getByLabel("Last name").fill("Ulrich-Berg");
  await page.getByRole("radio", { name: "Admin" }).check();
  await page.getByLabel("Default successor").selectOption(account.carl.id);
  await save(page);
  await expect(statusOf(page)).toContainText(
    "name from Uma Ulrich to Uma Ulrich-Berg, role from user to admin and default successor from none to Carl Chen",
  );
  await expect(page.getByRole("radio", { name: "Admin" })).toBeChecked();
  await expect(page.getByLabel("Default successor")).toHaveValue(account.carl.id);
});

test("a new e-mail counts once its link is opened; until then the old one signs in", async ({
  account,
  enter,
  visit,
}) => {
  const page = await enter(account.admin);
  await openEdit(page, account.leaver);
  await page.getByLabel("E-mail").fill(newAddress(account));
  await save(page);
  await expect(page.getByRole("region", { name: "New e-mail on its way" })).toContainText(
    newAddress(account),
  );
  const [told] = await mailsTo(account.leaver.email);
  expect(told?.text).toContain(`Adam Archer asked to change your address`);
  const [mail] = await mailsTo(newAddress(account));
  if (!mail) throw new Error("The mail to the new address is missing.");

  const uma = await enter(account.leaver);
  await uma.goto(linkIn(mail));
  await expect(uma.getByRole("main")).toContainText(`you sign in with ${newAddress(account)}`);
  await uma.getByRole("button", { name: "Confirm this address" }).click();
  await expect(statusOf(uma)).toContainText(`From now on you sign in with ${newAddress(account)}.`);
  await mailsTo(account.leaver.email, 2);

  const anew = await visit();
  await signIn(anew, account.leaver);
  await expect(alertOf(anew)).toContainText("do not match");
  await signIn(anew, { email: newAddress(account) });
  await expect(anew).toHaveURL(/\/contacts$/);
  await page.goto("/admin/audit");
  await expect(page.getByRole("main")).toContainText(
    `The e-mail of Uma Ulrich changed from ${account.leaver.email} to ${newAddress(account)}.`,
  );
});

test("an admin's e-mail changed by another admin waits for the old address, which may say no", async ({
  account,
  enter,
  visit,
}) => {
  const page = await enter(account.admin);
  await openEdit(page, account.otherAdmin);
  await page.getByLabel("E-mail").fill(`bea.new@${account.id}.example`);
  await save(page);
  const [confirmation] = await mailsTo(`bea.new@${account.id}.example`);
  const [question] = await mailsTo(account.otherAdmin.email);
  if (!confirmation || !question) throw new Error("A mail is missing.");
  const stranger = await visit();
  await stranger.goto(linkIn(confirmation));
  await stranger.getByRole("button", { name: "Confirm this address" }).click();
  await expect(statusOf(stranger)).toContainText("counts once the old address");
  const bea = await visit();
  await bea.goto(linkIn(question));
  await bea.getByRole("button", { name: "No, keep my address" }).click();
  await expect(alertOf(bea)).toContainText(
    `You go on signing in with ${account.otherAdmin.email}.`,
  );
  await stranger.reload();
  await expect(alertOf(stranger)).toContainText("This change of address is over");
  await page.reload();
  await expect(page.getByRole("region", { name: "New e-mail on its way" })).toHaveCount(0);
});

test("an Owner agrees in place of the old address", async ({ account, enter, visit }) => {
  const page = await enter(account.admin);
  await openEdit(page, account.otherAdmin);
  await page.getByLabel("E-mail").fill(`bea.new@${account.id}.example`);
  await save(page);
  await expect(page.getByRole("button", { name: "Agree to the new e-mail" })).toHaveCount(0);
  const owner = await enter(account.owner);
  await openEdit(owner, account.otherAdmin);
  await owner.getByRole("button", { name: "Agree to the new e-mail" }).click();
  await expect(statusOf(owner)).toContainText("Olive Owens agreed to");
  const [confirmation] = await mailsTo(`bea.new@${account.id}.example`);
  if (!confirmation) throw new Error("The mail to the new address is missing.");
  const bea = await visit();
  await bea.goto(linkIn(confirmation));
  await bea.getByRole("button", { name: "Confirm this address" }).click();
  await expect(statusOf(bea)).toContainText("From now on you sign in with");
});

test("a cancelled change leaves a dead link", async ({ account, enter, visit }) => {
  const page = await enter(account.admin);
  await openEdit(page, account.leaver);
  await page.getByLabel("E-mail").fill(newAddress(account));
  await save(page);
  const [mail] = await mailsTo(newAddress(account));
  if (!mail) throw new Error("The mail to the new address is missing.");
  await page.getByRole("button", { name: "Cancel the change" }).click();
  await expect(statusOf(page)).toContainText("Adam Archer ended the change of Uma Ulrich's e-mail");
  const late = await visit();
  await late.goto(linkIn(mail));
  await expect(alertOf(late)).toContainText("This change of address is over");
});

test("one's own e-mail asks for one's own password", async ({ account, enter }) => {
  const page = await enter(account.owner);
  await openEdit(page, account.owner);
  await page.getByLabel("E-mail").fill(`olive.new@${account.id}.example`);
  await page.getByLabel("Your password").fill("not my password");
  await save(page);
  await expect(alertOf(page)).toContainText("This is not your password. Nothing was changed.");
  await expect(page.getByLabel("E-mail")).toHaveValue(`olive.new@${account.id}.example`);
  await page.getByLabel("Your password").fill(password);
  await save(page);
  await expect(page.getByRole("region", { name: "New e-mail on its way" })).toBeVisible();
});

test("an Owner's e-mail and role are not another admin's to change", async ({ account, enter }) => {
  const page = await enter(account.admin);
  await openEdit(page, account.owner);
  await expect(page.getByLabel("E-mail")).toHaveAttribute("readonly", "");
  await expect(page.getByRole("radio", { name: "User" })).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText(
    "is an Account Owner, who is always an admin.",
  );
});

test("an edit that would exchange the person is stopped, explained, and goes through for the same one", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await openEdit(page, account.leaver);
  await page.getByLabel("First name").fill("Ben");
  await page.getByLabel("Last name").fill("Boll");
  await page.getByLabel("E-mail").fill(`ben.boll@${account.id}.example`);
  await save(page);
  await expect(alertOf(page)).toContainText(
    "This edit would turn Uma Ulrich into Ben Boll. Nothing was changed.",
  );
  await expect(page.getByRole("link", { name: "Hand over to the new person" })).toHaveAttribute(
    "href",
    new RegExp(`/admin/users/${account.leaver.id}/hand-over\\?first=Ben&last=Boll`),
  );
  await page.getByRole("checkbox", { name: "It is the same person" }).check();
  await save(page);
  await expect(alertOf(page)).toContainText("Give the reason why it is the same person.");
  await page.getByLabel("Reason").fill("A new name of his own");
  await save(page);
  await expect(statusOf(page)).toContainText("Confirmed as the same person: A new name of his own");
  const [owners] = await mailsTo(account.owner.email);
  expect(owners?.text).toContain("> A new name of his own");
});

test("the right path: one leaves, another begins with the contacts, everything filled in", async ({
  account,
  enter,
}) => {
  const leaver = await enter(account.leaver);
  const page = await enter(account.admin);
  await openEdit(page, account.leaver);
  await page.getByLabel("First name").fill("Ben");
  await page.getByLabel("Last name").fill("Boll");
  const email = `ben.boll@${account.id}.example`;
  await page.getByLabel("E-mail").fill(email);
  await save(page);
  await page.getByRole("link", { name: "Hand over to the new person" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hand over from Uma Ulrich");
  await expect(page.getByLabel("First name")).toHaveValue("Ben");
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(email);
  await expect(page.getByRole("region", { name: "Who leaves" })).toContainText(
    "10 contacts go to the new person.",
  );
  await page.getByRole("button", { name: "Hand over" }).click();
  await expect(statusOf(page)).toContainText("Adam Archer made Uma Ulrich inactive on");
  await expect(page.getByRole("region", { name: "What happened" })).toContainText(
    "10 contacts to Ben Boll",
  );
  await leaver.goto("/contacts");
  await expect(leaver).toHaveURL(/\/sign-in\?ended=inactivated$/);
  const [mail] = await mailsTo(email);
  expect(mail?.subject).toContain("Choose your password");
});

test("an edit of a page that is old by now changes nothing", async ({ account, enter }) => {
  const page = await enter(account.admin);
  await openEdit(page, account.leaver);
  const other = await enter(account.otherAdmin);
  await openEdit(other, account.leaver);
  await other.getByLabel("Last name").fill("Ullrich");
  await save(other);
  await expect(statusOf(other)).toBeVisible();
  await page.getByRole("radio", { name: "Admin" }).check();
  await save(page);
  await expect(alertOf(page)).toContainText("Bea Brandt changed this user on");
  await page.getByRole("link", { name: "Load the present values" }).click();
  await expect(page.getByLabel("Last name")).toHaveValue("Ullrich");
  await page.getByRole("radio", { name: "Admin" }).check();
  await save(page);
  await expect(statusOf(page)).toContainText("role from user to admin");
});

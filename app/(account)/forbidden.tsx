export { OnlyForAdmins as default } from "#components/shell/only-for-admins";

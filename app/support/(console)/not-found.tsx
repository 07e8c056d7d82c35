export { NothingInConsole as default } from "#components/shell/support-states";

export { NotYourRole as default } from "#components/shell/support-states";

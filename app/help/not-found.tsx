export { NoSuchHelp as default } from "#components/help/no-such-help";

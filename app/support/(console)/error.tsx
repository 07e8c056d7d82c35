"use client";

export { ConsoleFailed as default } from "#components/shell/support-states";

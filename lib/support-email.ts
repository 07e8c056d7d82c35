/** Where people turn when only support can help. */
export function supportEmail(): string {
  return process.env.SUPPORT_EMAIL || "support@handover.example";
}

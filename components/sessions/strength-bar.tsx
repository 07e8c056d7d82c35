import { type PasswordStrength, passwordStrength } from "#lib/sessions/password-strength";

const steps: PasswordStrength[] = ["too short", "weak", "good", "strong"];
const PIECES = [1, 2, 3];

/** How well a password holds, drawn and in words, which are read out when they change. */
export function StrengthBar({ password }: { password: string }) {
  const strength = password === "" ? null : passwordStrength(password);
  const value = strength ? steps.indexOf(strength) : 0;
  return (
    <div className={`strength strength-${value}`}>
      <svg width="94" height="8" aria-hidden="true">
        {PIECES.map((piece) => (
          <rect
            key={piece}
            className={piece <= value ? "strength-full" : "strength-empty"}
            x={(piece - 1) * 32 + 0.5}
            y="0.5"
            width="29"
            height="7"
            rx="2"
          />
        ))}
      </svg>
      <span aria-live="polite">
        {strength && (
          <>
            <span className="sr-only">The password is </span>
            {strength}
          </>
        )}
      </span>
    </div>
  );
}

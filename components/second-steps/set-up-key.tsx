import { QrPicture } from "#components/second-steps/qr-picture";

type SetUpKeyProps = {
  /** The key in base32, and the link that opens an app with it, which is what the QR code holds. */
  appSecret: string;
  address: string;
  qr: { size: number; path: string };
};

/** The key for the app, to scan, to open or to type. */
export function SetUpKey({ appSecret, address, qr }: SetUpKeyProps) {
  return (
    <ol className="steps">
      <li>
        <p>Scan this with your authenticator app:</p>
        <QrPicture {...qr} label="QR code with the set-up key that stands below" />
        <p>
          On this very device:{" "}
          <a className="link" href={address}>
            open in an authenticator app
          </a>
          . Or type the set-up key:
        </p>
        <p>
          <code className="key">{inFours(appSecret)}</code>
        </p>
      </li>
      <li>Enter the code that the app shows. Until then nothing changes.</li>
    </ol>
  );
}

function inFours(text: string): string {
  return text.match(/.{1,4}/g)?.join(" ") ?? "";
}

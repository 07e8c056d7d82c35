import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // Our own server compresses, and must see what Next writes before that.
  compress: false,
  // No picture is resized here, and the endpoint that would do it is left out.
  images: { unoptimized: true },
  reactStrictMode: true,
  // The tests are checked by `npm run check`: a type error there is no reason not to serve.
  typescript: { tsconfigPath: "tsconfig.build.json" },
  serverExternalPackages: ["@node-rs/argon2", "@zxcvbn-ts/language-common", "pino", "postgres"],
  // Our own server writes a line a request, in development too.
  logging: { incomingRequests: false },
  experimental: {
    // forbidden() answers 403.
    authInterrupts: true,
    serverActions: { bodySizeLimit: "1mb" },
  },
};

export default config;

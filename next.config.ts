import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The tests are checked by `npm run check`: a type error there is no reason not to serve.
  typescript: { tsconfigPath: "tsconfig.build.json" },
  serverExternalPackages: ["@node-rs/argon2", "pino", "postgres"],
  experimental: {
    // forbidden() answers 403 with app/forbidden.tsx.
    authInterrupts: true,
    serverActions: { bodySizeLimit: "1mb" },
  },
};

export default config;

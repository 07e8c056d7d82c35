import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, type RequestOptions, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { answerWith, type Render } from "#lib/http/answer";
import { createHttpServer, finish, listen } from "#lib/http/http-server";
import { log } from "#lib/log";

const blank = '<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>';
const html = { accept: "text/html" };

let server: Server;
let port: number;
let render: Render;
let seen: IncomingMessage[];
let lines: Record<string, unknown>[];

beforeEach(async () => {
  seen = [];
  lines = [];
  for (const level of ["info", "error"] as const) {
    vi.spyOn(log, level).mockImplementation((line) => void lines.push(Object(line)));
  }
  render = async (_, response) => response.end("ok");
  server = createHttpServer({ upgrades: false });
  server.on(
    "request",
    answerWith((incoming, response) => {
      seen.push(incoming);
      return render(incoming, response);
    }, false),
  );
  await listen(server, 0, "127.0.0.1");
  ({ port } = server.address() as AddressInfo);
});

afterEach(async () => {
  await finish(server, 0);
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function ask(path: string, options: RequestOptions = {}, body?: string | Buffer) {
  const outgoing = request({ host: "127.0.0.1", port, path, agent: false, ...options });
  outgoing.end(body);
  const [response]: IncomingMessage[] = await once(outgoing, "response");
  if (!response) throw new Error("no response");
  const chunks = await response.toArray();
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

async function raw(bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.end(bytes);
  return text(socket);
}

describe("headers", () => {
  test("a page gets a policy with a nonce of its own, and Next the same one", async () => {
    const [one, two] = [await ask("/"), await ask("/")];
    const policy = one.headers["content-security-policy"];
    expect(policy).toMatch(/script-src 'nonce-[\w+/]+={0,2}' 'strict-dynamic';/);
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toBe(two.headers["content-security-policy"]);
    expect(seen[0]?.headers["content-security-policy"]).toBe(policy);
  });

  test("the request id is ours, in the answer, in the request that Next sees, and in the log", async () => {
    const { headers } = await ask("/", { headers: { "x-request-id": "forged" } });
    expect(headers["x-request-id"]).toMatch(/^[\da-f-]{36}$/);
    expect(seen[0]?.headers["x-request-id"]).toBe(headers["x-request-id"]);
    expect(lines[0]).toMatchObject({ id: headers["x-request-id"] });
  });

  test("what only we may say is taken from nobody else", async () => {
    const forged = {
      "x-forwarded-for": "6.6.6.6",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-handover-address": "6.6.6.6",
      "x-handover-anything": "1",
      "x-real-ip": "6.6.6.6",
      "content-security-policy-report-only": "script-src 'nonce-forged'",
    };
    await ask("/", { headers: forged });
    const headers = seen[0]?.headers;
    expect(headers).toMatchObject({
      "x-handover-address": "127.0.0.1",
      "x-forwarded-host": `127.0.0.1:${port}`,
    });
    expect(JSON.stringify(headers)).not.toMatch(/6\.6\.6\.6|evil|forged|x-handover-anything/);
  });

  test("with TRUST_PROXY the last forwarded address counts, if it is one", async () => {
    vi.stubEnv("TRUST_PROXY", "1");
    await ask("/", { headers: { "x-forwarded-for": "6.6.6.6, 2001:db8::7" } });
    await ask("/", { headers: { "x-forwarded-for": "6.6.6.6, rubbish" } });
    expect(seen.map(({ headers }) => headers["x-handover-address"])).toEqual([
      "2001:db8::7",
      "127.0.0.1",
    ]);
  });

  test("only a public https address makes browsers insist on https", async () => {
    expect((await ask("/")).headers).not.toHaveProperty("strict-transport-security");
    vi.stubEnv("HANDOVER_URL", "https://handover.example.com");
    expect((await ask("/")).headers).toHaveProperty("strict-transport-security");
  });
});

describe("bodies", () => {
  const megabyte = 1024 * 1024;
  const post = { method: "POST", headers: { "content-type": "text/plain" } };

  beforeEach(() => {
    render = async (incoming, response) => response.end(String((await text(incoming)).length));
  });

  test("a body of one megabyte arrives whole", async () => {
    expect((await ask("/", post, Buffer.alloc(megabyte))).body.toString()).toBe(String(megabyte));
  });

  test("a larger one is refused with a sentence, and nothing is executed", async () => {
    const { status, body } = await ask("/", post, Buffer.alloc(10 * megabyte));
    expect(status).toBe(413);
    expect(body.toString()).toContain("at most 1 MB. Nothing was changed.");
    expect(seen).toEqual([]);
  });

  test("so is one that does not say how large it is", async () => {
    const chunked = { ...post, headers: { "transfer-encoding": "chunked" } };
    expect((await ask("/", chunked, Buffer.alloc(megabyte + 1))).status).toBe(413);
    expect((await ask("/", chunked, Buffer.alloc(megabyte))).status).toBe(200);
    expect(seen).toHaveLength(1);
  });

  test("a form that was cut off is refused", async () => {
    const form = { ...post, headers: { "content-type": "multipart/form-data; boundary=x" } };
    expect((await ask("/", form, '--x\r\nname="a"')).status).toBe(400);
    expect((await ask("/", form, "--x--\r\n")).status).toBe(200);
    expect(seen).toHaveLength(1);
  });

  test("a client that goes away while sending executes nothing", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.write("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nhalf");
    await once(server, "request");
    socket.destroy();
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    expect(lines[0]).toMatchObject({ aborted: true });
    expect(seen).toEqual([]);
  });
});

describe("answers", () => {
  test("a failed page becomes a page that can be read without JavaScript", async () => {
    render = async (_, response) => {
      response.statusCode = 500;
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.flushHeaders();
      response.write(blank);
      response.end();
    };
    const { status, headers, body } = await ask("/", { headers: html });
    expect(status).toBe(500);
    expect(body.toString()).toContain("Something failed on our side");
    expect(body.toString()).toContain(headers["x-request-id"]);
    expect(body.toString()).not.toMatch(/<script|style=|<style/);
    expect((await ask("/", { headers: { ...html, rsc: "1" } })).body.toString()).toBe(blank);
  });

  test("a page that is not found is rendered again, as the whole page of an unknown address", async () => {
    render = async (incoming, response) => {
      response.statusCode = 404;
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(incoming.url === "/not-found" ? "<!DOCTYPE html><h1>Not here" : blank);
    };
    const { status, body } = await ask("/users/1", { method: "POST", headers: html }, "a=1");
    expect(status).toBe(404);
    expect(body.toString()).toBe("<!DOCTYPE html><h1>Not here");
    expect(seen[1]).toMatchObject({ method: "GET", url: "/not-found" });
    expect(lines).toHaveLength(1);
  });

  test.each([
    [404, "/support/not-found"],
    [403, "/support/forbidden"],
  ])("a %d of the support console is a whole page of the console", async (code, page) => {
    render = async (incoming, response) => {
      response.statusCode = incoming.url === page ? 200 : code;
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(incoming.url === page ? "<h1>In the console" : blank);
    };
    const { status, body } = await ask("/support/agents", { headers: html });
    expect([status, body.toString()]).toEqual([code, "<h1>In the console"]);
  });

  test("a page that is not allowed is shown with its own status, whatever Next gave it", async () => {
    render = async (incoming, response) => {
      response.statusCode = incoming.url === "/forbidden" ? 200 : 403;
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.flushHeaders();
      response.end(incoming.url === "/forbidden" ? "<h1>For admins" : blank);
    };
    const { status, body } = await ask("/admin", { headers: html });
    expect([status, body.toString()]).toEqual([403, "<h1>For admins"]);
  });

  test.each([307, 404, 500])(
    "where that page answers %d, the plain page is shown",
    async (code) => {
      render = async (incoming, response) => {
        response.statusCode = incoming.url === "/forbidden" ? code : 403;
        if (code === 307) response.setHeader("location", "/sign-in");
        response.setHeader("content-type", "text/html");
        response.end(blank);
      };
      const { status, headers, body } = await ask("/admin", { headers: html });
      expect(status).toBe(403);
      expect(headers).not.toHaveProperty("location");
      expect(body.toString()).toContain("This page is not for you");
    },
  );

  test("a form of a page from before an update says so", async () => {
    render = async (_, response) => {
      response.statusCode = 409;
      response.setHeader("content-type", "text/plain");
      response.end("Server Action unavailable.");
    };
    const { status, body } = await ask("/", { method: "POST", headers: html }, "a=1");
    expect(status).toBe(409);
    expect(body.toString()).toContain("This page is out of date");
  });

  test.each([307, 308])(
    "a form that leads elsewhere with %i is not sent there again",
    async (code) => {
      render = async (_, response) => {
        response.statusCode = code;
        response.setHeader("location", "/sign-in");
        response.end();
      };
      const posted = await ask("/", { method: "POST", headers: html });
      expect([posted.status, posted.headers.location]).toEqual([303, "/sign-in"]);
      expect((await ask("/", { headers: html })).status).toBe(code);
    },
  );

  test("an error of a route handler stays what it is", async () => {
    render = async (_, response) => {
      response.statusCode = 503;
      response.setHeader("content-type", "application/json");
      response.end('{"ready":false}');
    };
    expect((await ask("/", { headers: html })).body.toString()).toBe('{"ready":false}');
  });

  test("what Next throws is an honest page too", async () => {
    render = async () => {
      throw new Error("No mail to ada@alder.example");
    };
    expect((await ask("/")).status).toBe(500);
    expect(JSON.stringify(lines)).not.toContain("ada@alder.example");
  });

  test("text is compressed for whoever can read it", async () => {
    const page = "<p>Ada</p>".repeat(1000);
    render = async (_, response) => {
      response.setHeader("content-type", "text/html");
      for (const part of page.match(/.{1,1000}/g) ?? []) response.write(part);
      response.end();
    };
    const { headers, body } = await ask("/", { headers: { "accept-encoding": "br, gzip" } });
    expect(headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
    expect(gunzipSync(body).toString()).toBe(page);
    const plain = await ask("/", { headers: { "accept-encoding": "br, gzip;q=0" } });
    expect(plain.body.toString()).toBe(page);
  });

  test("a compressed page arrives while it is still being made", async () => {
    render = async (_, response) => {
      response.setHeader("content-type", "text/html");
      response.write("early");
      await new Promise(() => {});
    };
    const outgoing = request({ port, headers: { "accept-encoding": "gzip" }, agent: false }).end();
    const [response] = await once(outgoing, "response");
    await once(response, "data");
    outgoing.destroy();
    await vi.waitFor(() => expect(lines).toHaveLength(1));
  });
});

describe("a long answer", () => {
  // Compressed, a piece is less than a stream buffers: nobody waits for it but the socket.
  const noise = randomBytes(3 * 1024 * 1024).toString("base64");
  const pieceAt = (at: number) => {
    const start = (at * 12_000) % (noise.length - 12_000);
    return noise.slice(start, start + 12_000).padEnd(20_000);
  };
  const pieces = 4_000;
  let written: number;

  beforeEach(() => {
    written = 0;
    render = async (_, response) => {
      response.setHeader("content-type", "text/csv");
      for (; written < pieces && !response.destroyed; written++) {
        if (response.write(pieceAt(written))) continue;
        const stop = new AbortController();
        const { signal } = stop;
        await Promise.race([
          once(response, "drain", { signal }),
          once(response, "close", { signal }),
        ]).finally(() => stop.abort());
      }
      response.end();
    };
  });

  test.each(["gzip", "identity"])(
    "in %s is made no faster than it is read, arrives whole, and stops with its reader",
    async (encoding) => {
      const options = { port, agent: false, headers: { "accept-encoding": encoding } };
      const [slow]: IncomingMessage[] = await once(request(options).end(), "response");
      await standsStill();
      expect(written).toBeLessThan(pieces / 2);
      const received = await slow?.toArray();
      const whole = Buffer.concat(received ?? []);
      const text = encoding === "gzip" ? gunzipSync(whole) : whole;
      expect(text.length).toBe(pieces * 20_000);

      written = 0;
      const [gone]: IncomingMessage[] = await once(request(options).end(), "response");
      await standsStill();
      gone?.destroy();
      await vi.waitFor(() => expect(lines.at(-1)).toMatchObject({ aborted: true }));
      expect(written).toBeLessThan(pieces / 2);
    },
  );

  async function standsStill(): Promise<void> {
    for (let before = -1; before !== written; ) {
      before = written;
      await sleep(300);
    }
  }
});

describe("the log", () => {
  test("has one line a request, and no cookie, token or search in it", async () => {
    await ask("/choose-password/s3cret-token?q=Ada", { headers: { cookie: "session=s3cret" } });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      method: "GET",
      path: "/choose-password/[hidden]",
      status: 200,
      address: "127.0.0.1",
    });
    expect(JSON.stringify(lines)).not.toMatch(/s3cret|Ada/);
  });

  test("says when the client went away before the answer", async () => {
    render = () => new Promise(() => {});
    const outgoing = request({ port, path: "/slow", agent: false }).end();
    outgoing.on("error", () => {});
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    outgoing.destroy();
    await vi.waitFor(() => expect(lines[0]).toMatchObject({ path: "/slow", aborted: true }));
  });
});

describe("the connection", () => {
  test("what is no HTTP gets a sentence", async () => {
    expect(await raw("BREW / HTTP/1.1\r\n\r\n")).toMatch(/^HTTP\/1.1 400 .*could not be read/s);
    expect(await raw(`GET / HTTP/1.1\r\na: ${"a".repeat(140_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431/,
    );
    expect((await ask("/")).status).toBe(200);
  });

  test("a request to speak another protocol is answered as a plain request", async () => {
    const upgrade = { headers: { connection: "upgrade", upgrade: "websocket" } };
    expect((await ask("/", upgrade)).body.toString()).toBe("ok");
  });

  test("closing lets a request under way finish and takes no new one", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    render = (_, response) => promise.then(() => response.end("done"));
    const underWay = ask("/", { agent: undefined, headers: { connection: "keep-alive" } });
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    const closed = finish(server, 5000);
    await expect(ask("/")).rejects.toThrow("ECONNREFUSED");
    resolve();
    expect((await underWay).body.toString()).toBe("done");
    await closed;
  });

  test("closing does not wait for ever", async () => {
    render = () => new Promise(() => {});
    const stuck = ask("/");
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    await Promise.all([finish(server, 200), expect(stuck).rejects.toThrow()]);
  });
});

// Chromium for scripts/measure: with an empty profile, spoken to through two pipes; and a
// server on this machine that packs what it sends, as hosts do.
"use strict";

const fs = require("node:fs");
const http = require("node:http");
const os = require("node:os");
const path = require("node:path");
const zlib = require("node:zlib");
const { spawn } = require("node:child_process");

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".txt": "text/plain", ".webmanifest": "application/manifest+json", ".png": "image/png" };
const PACKED = [".html", ".js", ".css", ".wasm", ".svg", ".txt", ".webmanifest"];

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Serves a folder on a free port until it is closed. */
function serve(folder) {
  const packed = new Map();
  const server = http.createServer((request, response) => {
    const name = new URL(request.url, "http://site").pathname;
    const file = path.join(folder, name.endsWith("/") ? `${name}index.html` : name);
    fs.readFile(file, (error, bytes) => {
      const headers = { "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream" };
      if (!error && PACKED.includes(path.extname(file)) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
        if (!packed.has(file)) packed.set(file, zlib.gzipSync(bytes, { level: 9 }));
        headers["Content-Encoding"] = "gzip";
        bytes = packed.get(file);
      }
      response.writeHead(error ? 404 : 200, headers);
      response.end(bytes);
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** The command that starts Chromium. */
const CHROMIUM = process.env.CHROMIUM ?? "chromium";

class Browser {
  constructor() {
    this.profile = fs.mkdtempSync(path.join(os.tmpdir(), "measure-"));
    const quiet = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    this.process = spawn(
      CHROMIUM,
      ["--headless=new", "--no-sandbox", "--window-size=1280,900", "--remote-debugging-pipe", `--user-data-dir=${this.profile}`, ...quiet],
      { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
    );
    this.process.on("error", (error) => {
      console.error(`Chromium does not start: ${error.message}; scripts/setup --with-browser installs it`);
      process.exit(1);
    });
    this.answers = new Map();
    this.last = 0;
    let rest = "";
    this.process.stdio[4].on("data", (data) => {
      const messages = (rest + data).split("\0");
      rest = messages.pop();
      for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
        this.answers.get(id)?.(error ? Promise.reject(new Error(error.message)) : result);
        this.answers.delete(id);
      }
    });
  }

  send(method, params = {}) {
    const message = { id: ++this.last, method, params, sessionId: this.session };
    this.process.stdio[3].write(`${JSON.stringify(message)}\0`);
    return new Promise((resolve) => this.answers.set(message.id, resolve));
  }

  async open(address) {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    this.session = sessionId;
    // By the processor time of the page's main thread, so that a busy machine does not show.
    await this.send("Performance.enable", { timeDomain: "threadTicks" });
    await this.send("Page.enable");
    await this.send("Page.navigate", { url: address });
  }

  async run(expression) {
    const answer = await this.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? expression);
    return answer.result.value;
  }

  async until(condition) {
    for (let tries = 0; tries < 800; tries += 1) {
      if (await this.run(condition).catch(() => false)) return;
      await wait(25);
    }
    throw new Error(`still not so: ${condition}`);
  }

  async metrics() {
    const { metrics } = await this.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  /** The memory of the page's process that no other one shares, in bytes; nothing but on Linux. */
  memory() {
    const ofThis = (pid) => fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(this.profile);
    const renders = (pid) => fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer");
    let most = 0;
    for (const pid of fs.existsSync("/proc/self/smaps_rollup") ? fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : []) {
      try {
        if (!renders(pid) || !this.isOurs(pid, ofThis)) continue;
        const kilobytes = fs.readFileSync(`/proc/${pid}/smaps_rollup`, "utf8").matchAll(/^Private_\w+:\s+(\d+) kB/gm);
        most = Math.max(most, 1024 * [...kilobytes].reduce((sum, [, amount]) => sum + Number(amount), 0));
      } catch {
        // It has ended meanwhile.
      }
    }
    return most;
  }

  /** Whether a process is of this browser, by its ancestors. */
  isOurs(pid, ofThis) {
    for (let one = String(pid); one !== "0" && one !== "1"; ) {
      if (one === String(this.process.pid) || ofThis(one)) return true;
      one = /^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${one}/status`, "utf8"))[1];
    }
    return false;
  }

  async close() {
    const ended = new Promise((resolve) => this.process.on("exit", resolve));
    this.process.kill();
    await ended;
    // Its processes may still write for a moment after it has ended.
    for (let tries = 0; tries < 50 && fs.existsSync(this.profile); tries += 1) {
      try {
        fs.rmSync(this.profile, { recursive: true, force: true });
      } catch {
        await wait(100);
      }
    }
  }
}

module.exports = { Browser, CHROMIUM, serve, wait };

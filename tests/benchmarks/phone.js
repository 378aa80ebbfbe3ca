// Start-up as Lighthouse has it on a phone: a slow network and a processor slowed four times,
// both worked out from a load that was not slowed ("simulate"). For scripts/measure.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { execFileSync, spawn, spawnSync } = require("node:child_process");
const { CHROMIUM, serve } = require("./chromium.js");

const AUDITS = {
  "first paint, ms": "first-contentful-paint",
  "largest paint, ms": "largest-contentful-paint",
  "speed index, ms": "speed-index",
  "blocked, ms": "total-blocking-time",
  "layout shift": "cumulative-layout-shift",
};
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** Asks scripts/tools.sh where Lighthouse is, and has npm fetch it where it is not. */
function lighthouse() {
  const ask = "source scripts/tools.sh && echo $lighthouse_home $lighthouse_version";
  const told = execFileSync("bash", ["-c", ask], { cwd: path.join(__dirname, "..", ".."), encoding: "utf8" });
  const [home, version] = told.trim().split(" ");
  const command = path.join(home, "node_modules", ".bin", "lighthouse");
  if (!fs.existsSync(command)) {
    fs.mkdirSync(home, { recursive: true });
    console.error(`installing Lighthouse ${version}`);
    execFileSync("npm", ["install", "--prefix", home, "--no-audit", "--no-fund", "--loglevel=error", `lighthouse@${version}`], { stdio: ["ignore", "ignore", "inherit"] });
  }
  return { command, version };
}

/** One load of a built site, by the names of what is measured. */
async function measurePhone(folder) {
  const { command } = lighthouse();
  const server = await serve(folder);
  try {
    const address = `http://127.0.0.1:${server.address().port}/`;
    const settings = ["--output=json", "--quiet", "--form-factor=mobile", "--throttling-method=simulate", `--only-categories=${CATEGORIES}`, "--chrome-flags=--headless=new --no-sandbox"];
    const text = await new Promise((resolve, reject) => {
      const child = spawn(command, [address, ...settings], { env: { ...process.env, CHROME_PATH: which(CHROMIUM) }, stdio: ["ignore", "pipe", "inherit"] });
      let said = "";
      child.stdout.on("data", (data) => (said += data));
      child.on("error", reject);
      child.on("exit", (code) => (code === 0 ? resolve(said) : reject(new Error(`Lighthouse ends with ${code}`))));
    });
    const { audits, categories } = JSON.parse(text);
    const found = {};
    for (const name of CATEGORIES) found[`score: ${name}`] = [100 * categories[name].score];
    for (const [name, audit] of Object.entries(AUDITS)) found[name] = [audits[audit].numericValue];
    return found;
  } finally {
    server.close();
  }
}

/** Where a command is. */
function which(command) {
  return spawnSync("bash", ["-c", 'command -v "$0"', command], { encoding: "utf8" }).stdout.trim();
}

module.exports = { measurePhone };

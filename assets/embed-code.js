// The page “Put the planner on your page”: makes the code of a frame from the form, and shows
// it. Which options there are stands in the form alone: each has its name and its values
// there, and a test holds them against what the planner reads (src/exchange/embed.rs).

const TITLE = "Mega backdoor Roth planner";
/** What a frame may do at the least, and what the reader can do in it beyond calculating. */
const SANDBOX = "allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox";
/** What the planner reads of options that are typed, and what is wrong with all else. */
const TYPED = {
  accent: [/^#?([0-9a-f]{6})$/i, "Six hexadecimal digits, such as 0b5d4e."],
  "accent-dark": [/^#?([0-9a-f]{6})$/i, "Six hexadecimal digits, such as 7fd1b9."],
  year: [/^(\d{4})$/, "Four digits, such as 2027."],
  key: [/^([a-z0-9-]{1,32})$/, "Lowercase letters, digits and hyphens only."],
  plan: [/#(plan\/1\?\S+)$/, "This is not the link from “Share this plan”. Copy all of it."],
};
/** The least and the greatest height that is given, in pixels. */
const HEIGHTS = [200, 6000];

const element = (id) => document.getElementById(id);
const form = element("options");
const site = new URL("./", location.href);

/** The text of a typed option as the planner reads it; a sentence beside what it cannot. */
function typed(name, text) {
  const [reads, sentence] = TYPED[name] ?? [/^(.*)$/, ""];
  const read = text === "" ? "" : reads.exec(text)?.[1];
  const said = element(`${name}-error`);
  if (said) said.textContent = read === undefined ? sentence : "";
  return read ?? "";
}

/** The options that are not left as they are, in the form’s order. */
function chosen() {
  const options = new Map();
  for (const [name, text] of new FormData(form)) {
    const value = typed(name, text.trim());
    if (value) options.set(name, options.has(name) ? `${options.get(name)},${value}` : value);
  }
  return options;
}

/** The address of the frame. A plan’s rules stand after the #, which no server sees. A frame
    that keeps nothing has no origin, and there Safari starts the planner only as one file. */
function address(options) {
  const query = [...options].filter(([name]) => name !== "plan").map(([name, value]) => `&${name}=${value}`);
  const plan = options.get("plan");
  const file = element("keep").checked ? "" : "planner.html";
  return `${site.href}${file}?embed${query.join("")}${plan ? `#${plan}` : ""}`;
}

/** The planner by itself, with the same plan. */
function alone(options) {
  const place = options.get("plan") ?? options.get("start");
  return `${site.href}${place ? `#${place}` : ""}`;
}

/** The attributes of the frame, in the order in which they stand in the code. */
function attributes(options) {
  const height = Number.parseInt(element("height").value, 10);
  const [least, most] = HEIGHTS;
  return {
    "data-roth-planner": "",
    src: address(options),
    title: TITLE,
    width: "100%",
    height: String(Number.isNaN(height) ? 900 : Math.min(most, Math.max(least, height))),
    style: "border: 0",
    loading: "lazy",
    referrerpolicy: "no-referrer",
    allow: "clipboard-write",
    sandbox: element("keep").checked ? SANDBOX.replace(" ", " allow-same-origin ") : SANDBOX,
  };
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

function code(options) {
  const parts = Object.entries(attributes(options)).map(([name, value]) => (value ? `${name}="${escaped(value)}"` : name));
  const script = element("fit").checked ? `<script async src="${escaped(site.href)}embed.js"></script>\n` : "";
  return `<iframe ${parts.join(" ")}></iframe>\n${script}<p><a href="${escaped(alone(options))}">Open the planner by itself</a></p>\n`;
}

/** The same frame, but away from what the reader of this page has kept in the planner. It is
    of this page’s own origin, where a sandbox that lets it keep figures would guard nothing. */
function preview(options) {
  const frame = document.createElement("iframe");
  const { style, loading, ...others } = attributes(new Map([...options, ["key", "preview"]]));
  for (const [name, value] of Object.entries(others)) frame.setAttribute(name, value);
  if (element("keep").checked) frame.removeAttribute("sandbox");
  if (!element("fit").checked) frame.removeAttribute("data-roth-planner");
  if (frame.outerHTML === shown) return;
  shown = frame.outerHTML;
  element("preview").replaceChildren(frame);
}

let shown;
let waiting;
function follow() {
  const options = chosen();
  element("code").value = code(options);
  element("copied").textContent = "";
  clearTimeout(waiting);
  waiting = setTimeout(preview, 400, options);
}

async function copy() {
  const field = element("code");
  try {
    await navigator.clipboard.writeText(field.value);
    element("copied").textContent = "Copied.";
  } catch {
    field.select();
    element("copied").textContent = "Your browser doesn’t allow it. The code is selected, so you can copy it yourself.";
  }
}

form.addEventListener("input", follow);
form.addEventListener("submit", (event) => event.preventDefault());
element("copy").addEventListener("click", copy);
element("local").hidden = !(location.protocol === "file:" || ["localhost", "127.0.0.1"].includes(location.hostname));
follow();

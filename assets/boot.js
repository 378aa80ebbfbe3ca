// Starts the planner, and says so in plain words if it cannot start or has stopped.
//
// Trunk's own start-up script is inline, which the page's Content-Security-Policy
// forbids. This file does its work; its tag in index.html carries the addresses of the
// planner's parts, the page and the engine: each a wasm file and JavaScript glue.

const START_FAILED =
  "The planner could not start. Reload the page; if that does not help, update your browser or allow WebAssembly for this page.";
const STOPPED =
  "An error inside the planner stopped it. What you typed up to then should still be saved in this browser: download it, then reload the page.";

/** Shows the rescue panel. The first message stays: later errors follow from it. */
function rescue(message, cause) {
  console.error(cause);
  document.getElementById("loading")?.remove();
  const panel = document.getElementById("rescue");
  if (!panel.hidden) return;
  document.getElementById("rescue-text").textContent = message;
  document.getElementById("rescue-download").hidden = Object.keys(saved()).length === 0;
  panel.hidden = false;
}

/** All that the planner has saved in the browser, or nothing where storage is refused. */
function saved() {
  try {
    // A frame may have a key of its own (src/app/state/storage.rs).
    const frame = document.documentElement.dataset.key;
    const start = frame ? `mbr.embed-${frame}.` : "mbr.";
    const ours = Object.entries(window.localStorage).filter(([key]) => key.startsWith(start));
    return Object.fromEntries(ours.map(([key, text]) => [`mbr.${key.slice(start.length)}`, text]));
  } catch {
    return {};
  }
}

/** Hands the saved data over as a file, without any help of the planner itself. */
function downloadSaved() {
  const file = new Blob([JSON.stringify(saved(), null, 2)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "planner-saved-data.json";
  link.click();
  URL.revokeObjectURL(link.href);
}

document.getElementById("rescue-download").addEventListener("click", downloadSaved);

// A panic in the planner ends in a WebAssembly trap; nothing works after it.
function stopped(cause) {
  if (typeof WebAssembly === "object" && cause instanceof WebAssembly.RuntimeError) {
    rescue(STOPPED, cause);
  }
}
addEventListener("error", (event) => stopped(event.error));
addEventListener("unhandledrejection", (event) => stopped(event.reason));

const addresses = document.querySelector("script[data-page]")?.dataset;
let copies = 0;

/** A part of the planner by its name, from the site. */
async function fromSite(name) {
  copies += 1;
  // A glue's module is loaded once for each address, and holds one wasm; a failure may be
  // kept in a cache. So each try has its own address but the page's, which is preloaded.
  const copy = copies > 1 ? `?n=${copies}` : "";
  const address = (key) => new URL(addresses[key] + copy, document.baseURI).href;
  return { glue: await import(address(name)), wasm: address(`${name}Wasm`) };
}

/** Starts a part of the planner, anew at each call. The one file has it inside. */
async function start(name) {
  const { glue, wasm } = globalThis.inside ? globalThis.inside(name) : await fromSite(name);
  await glue.default({ module_or_path: wasm });
  return glue;
}

// The page calls for a module of the engine when it first needs it.
globalThis.loadEngine = start;

/** The longest that a paper is read, in milliseconds. */
const PATIENCE = 60_000;

/** What a paper says, a file or a text, in a worker of its own where there may be one. */
globalThis.readPaper = async (paper, password, today) => {
  const bytes = new Uint8Array(await new Blob([paper]).arrayBuffer());
  if (globalThis.inside) return (await start("papers")).read(bytes, password, today);
  const address = (key) => new URL(addresses[key], document.baseURI).href;
  const worker = new Worker(address("papersWorker"), { type: "module" });
  try {
    return await new Promise((done, failed) => {
      worker.onmessage = ({ data }) => (data.failed ? failed(data.failed) : done(data.read));
      worker.onerror = (event) => (event.preventDefault(), failed(event.message));
      setTimeout(failed, PATIENCE, "It takes too long.");
      worker.postMessage({ glue: address("papers"), wasm: address("papersWasm"), bytes, password, today }, [bytes.buffer]);
    });
  } finally {
    worker.terminate();
  }
};

// In a frame that asks for it (src/exchange/embed.rs); the planner goes on without as well.
if (new URLSearchParams(location.search).has("embed")) {
  if (globalThis.frame) globalThis.frame();
  else import(new URL(addresses.frame, document.baseURI).href).catch(console.error);
}

try {
  await start("page");
  document.documentElement.classList.add("running");
  document.getElementById("loading")?.remove();
} catch (cause) {
  rescue(START_FAILED, cause);
}

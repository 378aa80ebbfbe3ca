// Starts the planner, and says so in plain words if it cannot start or has stopped.
//
// Trunk's own start-up script is inline, which the page's Content-Security-Policy
// forbids. This file does its work: the link #app-wasm carries the hashed addresses of
// the page's wasm file (href) and of its JavaScript glue (data-js).

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

/** Everything this site has saved in the browser, or nothing where storage is refused. */
function saved() {
  try {
    return { ...window.localStorage };
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

const wasm = document.getElementById("app-wasm");
let engines = 0;

/**
 * Loads the engine, which the page calls for when it first needs it; anew at each call.
 *
 * Trunk names its files without a hash. The page's own hashed name stands in for one, so
 * that a new page never meets the glue of an old engine; and the wasm is checked with
 * the host each time, so that no old figures come out of a cache.
 */
globalThis.loadEngine = async () => {
  engines += 1;
  const version = `?v=${wasm.href.split("/").pop()}&n=${engines}`;
  const address = (name) => new URL(name + version, document.baseURI).href;
  const engine = await import(address("engine.js"));
  await engine.default({ module_or_path: fetch(address("engine_bg.wasm"), { cache: "no-cache" }) });
  return engine;
};

try {
  const glue = await import(new URL(wasm.dataset.js, document.baseURI).href);
  await glue.default({ module_or_path: wasm.href });
  document.getElementById("loading")?.remove();
} catch (cause) {
  rescue(START_FAILED, cause);
}

// Keeps the planner for use without a connection (sw.js), and offers a new release once
// it is kept as well. Nothing changes under the person's hands: it waits for a click.
//
// Where the browser has no place for this (a frame, storage refused, no encryption) the
// planner goes on without, and says nothing.

const READY = "Update ready: a new version of the planner. What you typed is kept.";
const ELSEWHERE = "The planner was updated in another tab. This one goes on with the version before until you update it.";
const UNSAVED = "What you typed is not saved here, so an update would lose it. Download your figures first.";

/** How long an open tab goes without a look for a new release, in milliseconds. */
const A_DAY = 24 * 60 * 60 * 1000;

const element = (id) => document.getElementById(id);
const notice = element("update");
const now = element("update-now");
const download = element("update-download");
let updating = false;

function offer(text) {
  element("update-text").textContent = text;
  const unsaved = text === UNSAVED;
  now.textContent = unsaved ? "Update and lose them" : "Update now";
  download.hidden = !unsaved;
  notice.hidden = false;
}

/** Puts the release that waits in the place of this one. */
function update(registration) {
  // The page saves what is not saved yet; it objects if it cannot (src/app/release.rs).
  const warned = !download.hidden;
  if (!warned && !dispatchEvent(new Event("planner-leaving", { cancelable: true }))) return offer(UNSAVED);
  const waiting = registration.waiting;
  // Another tab may have brought it in already.
  if (!waiting) return location.reload();
  waiting.addEventListener("statechange", () => {
    if (waiting.state !== "activating") location.reload();
  });
  updating = true;
  waiting.postMessage("take over");
}

/** Offers a release as soon as it is kept, unless it is the very first. */
function watch(registration) {
  const coming = registration.installing;
  coming?.addEventListener("statechange", () => {
    if (coming.state === "installed" && registration.active) offer(READY);
  });
}

/** Looks for a release when the person comes back to a tab that was open for long. */
function lookAgain(registration) {
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < A_DAY) return;
    // Without a connection, or if all was erased meanwhile, there is nothing to say.
    registration.update().then(() => (looked = Date.now()), () => {});
  });
}

async function start() {
  // A frame's storage is its host page's affair.
  if (window.top !== window || new URLSearchParams(location.search).has("embed")) return;
  const workers = navigator.serviceWorker;
  let controlled = Boolean(workers.controller);
  workers.addEventListener("controllerchange", () => {
    if (controlled && !updating) offer(ELSEWHERE);
    controlled = true;
  });
  const registration = await workers.register("sw.js", { updateViaCache: "none" });
  now.addEventListener("click", () => update(registration));
  element("update-later").addEventListener("click", () => (notice.hidden = true));
  download.addEventListener("click", () => dispatchEvent(new Event("planner-download")));
  if (registration.waiting && registration.active) offer(READY);
  watch(registration);
  registration.addEventListener("updatefound", () => watch(registration));
  lookAgain(registration);
  workers.controller?.postMessage("tidy up");
}

// After the page's own files, lest it compete with them. Sandboxed pages throw at the
// mere mention of a worker, others refuse later; neither is the person's concern.
const begin = () => start().catch((cause) => console.info("Not kept for use offline:", cause));
if (document.readyState === "complete") begin();
else addEventListener("load", begin);

// Erasing everything (src/app/erasing.rs) lets go of the worker, which would otherwise
// keep the release again, and of what it has kept.
globalThis.forgetRelease = async () => {
  await unlessRefused(async () => (await navigator.serviceWorker?.getRegistration())?.unregister());
  await unlessRefused(async () => {
    const ours = `planner ${new URL("./", document.baseURI).href} `;
    const names = (await globalThis.caches?.keys())?.filter((name) => name.startsWith(ours)) ?? [];
    await Promise.all(names.map((name) => caches.delete(name)));
  });
};

/** Where the browser refuses to keep anything, there is nothing to let go of. */
async function unlessRefused(letGo) {
  try {
    await letGo();
  } catch (cause) {
    if (!["SecurityError", "NotSupportedError"].includes(cause.name)) throw cause;
  }
}

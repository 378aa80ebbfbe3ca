// The service worker: keeps one whole release of the planner in the browser and answers
// from it, so that the planner works without a connection and never mixes two releases.
//
// - A release is fetched past all caches and each file checked against its SHA-256. If
//   one is missing or differs, nothing is kept and the release before it stays.
// - A new release waits until the person clicks “Update now” (update.js), or until the
//   planner is open nowhere.
// - Nothing else is ever kept, and no request made but those that the page makes.

// scripts/seal writes these two lines: a name for the release, and the SHA-256 of every
// file in it; "./" is the page itself. There is no release while the planner is being
// worked on (scripts/serve --dev): then the worker clears up behind itself and goes.
const RELEASE = null;
const FILES = new Map([]);

const OURS = `planner ${registration.scope} `;
const CACHE = OURS + RELEASE;
const address = (name) => new URL(name, registration.scope).href;

addEventListener("install", (event) => event.waitUntil(RELEASE && keepRelease()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("fetch", answer);
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  if (event.data === "tidy up") event.waitUntil(tidyUp());
});

/** Keeps every file of this release, or none and throws. */
async function keepRelease() {
  const fetched = [...FILES].map(async ([name, integrity]) => {
    return [address(name), await fetch(address(name), { cache: "reload", redirect: "error", integrity })];
  });
  const checked = await Promise.all(fetched);
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(checked.map((file) => cache.put(...file)));
  } catch (cause) {
    await caches.delete(CACHE);
    throw cause;
  }
}

/** Serves the open windows from now on, also one that the network gave its page. */
async function takeOver() {
  await tidyUp();
  if (RELEASE) return clients.claim();
  // Not waited for: Firefox unregisters only what has become active.
  registration.unregister();
}

/**
 * Removes the releases before this one. While more than one window is open they stay:
 * it may still run one of them, and has not loaded all of it yet.
 */
async function tidyUp() {
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  const windows = await clients.matchAll({ type: "window" });
  if (windows.length > 1 || registration.installing || registration.waiting) return;
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** Answers what belongs to a release; everything else goes its way untouched. */
function answer(event) {
  const asked = event.request.url.split(/[?#]/)[0];
  if (event.request.method !== "GET" || !asked.startsWith(registration.scope)) return;
  const name = asked.slice(registration.scope.length).replace(/^(index\.html)?$/, "./");
  if (FILES.has(name)) {
    event.respondWith(kept(event.request, name, { cacheName: CACHE }));
  } else if (/-[0-9a-f]{16}\.\w+$/.test(name)) {
    // A name with a hash means the same bytes in whichever release: see tidyUp.
    event.respondWith(kept(event.request, name, {}));
  }
}

/** The kept file, or the network's if the browser has thrown it away. */
async function kept(request, name, where) {
  const found = await caches.match(address(name), where).catch(() => undefined);
  return found ?? fetch(request);
}

// Keeps what goes wrong in a page for the tests to read, where the browser's own log is
// out of their reach. It may be run twice.
if (!globalThis.heard) {
  globalThis.heard = [];
  for (const level of ["error", "warn"]) {
    const sound = console[level];
    console[level] = (...words) => {
      globalThis.heard.push(`${level}: ${words.join(" ")}`);
      sound.apply(console, words);
    };
  }
  // An error of a load does not bubble, but is there to be caught on its way.
  addEventListener("error", ({ message, target }) => globalThis.heard.push(message ?? `not loaded: ${target.src ?? target.href}`), true);
  addEventListener("unhandledrejection", ({ reason }) => globalThis.heard.push(`rejected: ${reason}`));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    globalThis.heard.push(`refused by ${effectiveDirective}: ${blockedURI}`));
}

// For pages that show the Mega Backdoor Roth Planner in a frame: makes the frame as tall as
// what is in it. Without this script the frame keeps its own height and scrolls.
//
//   <iframe data-roth-planner src="…/?embed" title="Mega backdoor Roth planner" …></iframe>
//   <script async src="…/embed.js"></script>
//
// It takes nothing from a message but one number, and only from such a frame itself.
"use strict";

(() => {
  const LEAST = 200;
  const MOST = 10000;

  /** The height that a message gives, if it is one of the planner’s. */
  function heightOf(data) {
    const ours = typeof data === "object" && data !== null && data.type === "mega-backdoor-roth-planner:height";
    return ours && data.v === 1 && Number.isFinite(data.height) ? data.height : undefined;
  }

  addEventListener("message", ({ source, data }) => {
    const height = heightOf(data);
    if (height === undefined || !source) return;
    for (const frame of document.querySelectorAll("iframe[data-roth-planner]")) {
      if (frame.contentWindow !== source) continue;
      // Borders and padding, if the page has given it any, are not the planner’s to fill.
      const own = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = `${Math.min(MOST, Math.max(LEAST, Math.ceil(height))) + own}px`;
    }
  });
})();

// Runs before the first paint: who has figures here, or asks for another page, is not
// shown the first visit's page while the planner loads. It also closes the menu when a
// link in it leads somewhere, and skips to the content without a change of the address.

const root = document.documentElement;

/** Whether the address asks for the start, and nothing is saved to show there. */
function isFirstVisit() {
  try {
    if (localStorage.getItem("mbr.plan") || sessionStorage.getItem("mbr.example")) return false;
  } catch {
    // Where storage is refused, nothing can be saved.
  }
  // A frame begins with a worksheet.
  return ["", "#", "#start"].includes(location.hash) && !new URLSearchParams(location.search).has("embed");
}

const mark = () => root.classList.toggle("later", !isFirstVisit());
mark();
addEventListener("hashchange", () => {
  document.getElementById("more")?.hidePopover?.();
  // Once the planner runs, it shows and hides that page by itself (src/app/pages/start).
  if (!root.classList.contains("running")) mark();
});
addEventListener("click", (event) => {
  if (!event.target.closest?.(".skip")) return;
  event.preventDefault();
  document.getElementById("main").focus();
});

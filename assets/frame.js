// The planner in a frame, with ?embed in its address: brings the style sheet for frames and
// tells the page around it how tall it is. It posts nothing else, ever, and listens to no
// message from anybody. boot.js loads it for frames only.

const root = document.documentElement;

/** How often the height is told again, in milliseconds after the start: the script of the
    page around may come later than the planner. */
const AGAIN = [300, 1000, 3000, 10000];
/** Within this time, in milliseconds, only a page swings back to a height: nobody is as quick. */
const SWING = 500;

let told = { height: 0, width: 0, time: 0 };
let before = told;

/** Whether a scroll bar outside comes and goes with the height: then the taller one stays. */
function swings(height, width) {
  const back = height === before.height && width === before.width && width !== told.width;
  return back && height < told.height && performance.now() - told.time < SWING;
}

function tell(again) {
  // The root is as tall as what is in it, however tall the frame is.
  const height = Math.ceil(root.getBoundingClientRect().height);
  const width = innerWidth;
  // From the first time that all of it fits, nothing has to stay in sight while it scrolls.
  if (told.height > 0 && innerHeight >= told.height - 1) root.dataset.fitted = "";
  if (!again) {
    if (Math.abs(height - told.height) < 2 || swings(height, width)) return;
    before = told;
    told = { height, width, time: performance.now() };
  }
  parent.postMessage({ type: "mega-backdoor-roth-planner:height", v: 1, height: told.height }, "*");
}

const sheet = document.querySelector("script[data-frame-style]")?.dataset.frameStyle;
// The planner as one file has the style sheet in it.
if (sheet) document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: sheet }));
// A frame is not to be installed.
document.querySelector('link[rel="manifest"]')?.remove();

if (parent !== window) {
  new ResizeObserver(() => tell()).observe(root);
  addEventListener("resize", () => tell());
  for (const time of AGAIN) setTimeout(tell, time, true);
}

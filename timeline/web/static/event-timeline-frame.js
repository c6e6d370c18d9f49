// In the page that shows a timeline in a frame: gives the frame the height that its content asks for. Load it once.
(() => {
  if (window.eventTimelineFrames) return;
  window.eventTimelineFrames = true;
  const ours = new URL(document.currentScript.src).origin;
  window.addEventListener("message", ({ data, source, origin }) => {
    const height = data && data.type === "event-timeline-height" ? Number(data.height) : NaN;
    if (origin !== ours || !(height > 0 && height < 20000)) return;
    for (const frame of document.getElementsByTagName("iframe")) {
      if (frame.contentWindow === source) frame.style.height = `${Math.ceil(height)}px`;
    }
  });
  for (const frame of document.getElementsByTagName("iframe")) {
    // One that was ready before this script has told its height to nobody.
    if (frame.src.startsWith(`${ours}/`)) frame.contentWindow.postMessage({ type: "event-timeline-ask" }, "*");
  }
})();

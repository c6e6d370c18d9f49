// In the framed page: tells the page around it how high it is, whenever that changes or it asks.
(() => {
  if (window.parent === window) return;
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    window.parent.postMessage({ type: "event-timeline-height", height }, "*");
  };
  window.addEventListener("message", ({ data, source }) => {
    if (source !== window.parent || !data || data.type !== "event-timeline-ask") return;
    told = 0;
    tell();
  });
  new ResizeObserver(tell).observe(document.documentElement);
  tell();
})();

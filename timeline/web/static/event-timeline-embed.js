// In the framed page: tells the page around it how high it is, whenever that changes.
(() => {
  if (window.parent === window) return;
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    window.parent.postMessage({ type: "event-timeline-height", height }, "*");
  };
  new ResizeObserver(tell).observe(document.documentElement);
  tell();
})();

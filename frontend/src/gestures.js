// Fingers, mouse, wheel and keys on the chart, as moves of the view. It draws nothing and knows no events.

const CLICK = 5; // pixels that a click may slip
const WHEEL = 0.0022; // how much nearer per pixel of the wheel
const STEP = 0.2; // of the view, for one key
const NEARER = 1.6;

/** Has the chart move by what is done on `target`. `chart` gives {day(x), pan(days), zoom(factor, day), …}. */
export function listen(target, chart, signal) {
  const pointers = new Map();
  let pressed = null;
  let isMoved = false;

  target.addEventListener("pointerdown", onDown, { signal });
  target.addEventListener("pointermove", onMove, { signal });
  target.addEventListener("pointerup", onUp, { signal });
  target.addEventListener("pointercancel", onCancel, { signal });
  target.addEventListener("pointerleave", () => chart.point(null), { signal });
  target.addEventListener("dblclick", (event) => chart.zoom(event.shiftKey ? 0.5 : 2, chart.day(at(event)[0]), true), { signal });
  target.addEventListener("wheel", onWheel, { signal, passive: false });

  function at(event) {
    const box = target.getBoundingClientRect();
    const x = event.clientX - box.left;
    return [chart.isMirrored ? box.width - x : x, event.clientY - box.top];
  }

  function onDown(event) {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    pointers.set(event.pointerId, at(event));
    pressed = at(event);
    isMoved = pointers.size > 1;
    chart.stop();
  }

  function onMove(event) {
    const now = at(event);
    const before = pointers.get(event.pointerId);
    if (!before) return chart.point(now, event.pointerType);
    if (!isMoved && Math.hypot(now[0] - pressed[0], now[1] - pressed[1]) > CLICK) {
      isMoved = true;
      target.setPointerCapture(event.pointerId);
    }
    if (isMoved && pointers.size === 1) chart.drag(before, now, event.pointerType);
    if (pointers.size === 2) pinch(event.pointerId, now);
    if (isMoved || pointers.size === 2) pointers.set(event.pointerId, now);
  }

  function pinch(moving, now) {
    const [, other] = [...pointers].find(([id]) => id !== moving);
    const before = pointers.get(moving);
    const [wide, wider] = [Math.abs(before[0] - other[0]), Math.abs(now[0] - other[0])];
    const middle = (before[0] + other[0]) / 2;
    chart.pan(chart.day(middle) - chart.day((now[0] + other[0]) / 2));
    if (wide > 20 && wider > 20) chart.zoom(wider / wide, chart.day((now[0] + other[0]) / 2));
  }

  function onUp(event) {
    const wasPressed = pointers.delete(event.pointerId);
    if (wasPressed && !isMoved && pointers.size === 0) chart.press(at(event), event);
    pressed = pointers.size ? [...pointers.values()][0] : null;
  }

  function onCancel(event) {
    pointers.delete(event.pointerId);
  }

  function onWheel(event) {
    const pixels = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 240 : 1;
    const [across, along] = [event.deltaX * pixels, event.deltaY * pixels];
    if (event.ctrlKey || event.metaKey || chart.takesWheel()) {
      event.preventDefault();
      if (Math.abs(across) > Math.abs(along) && !event.ctrlKey) chart.panPixels(chart.isMirrored ? -across : across);
      else chart.zoom(Math.exp(-along * WHEEL * (event.ctrlKey && Math.abs(along) < 50 ? 4 : 1)), chart.day(at(event)[0]));
    } else if (event.shiftKey || Math.abs(across) > Math.abs(along)) {
      event.preventDefault();
      const pixelsAcross = across || along;
      chart.panPixels(chart.isMirrored && !event.shiftKey ? -pixelsAcross : pixelsAcross);
    } else chart.hint();
  }
}

/** Keys on the focused chart. */
export function listenToKeys(target, chart, signal) {
  const onwards = () => (chart.isMirrored ? -1 : 1);
  const actions = {
    ArrowRight: (event) => chart.panBy(onwards() * (event.shiftKey ? 1 : STEP)),
    ArrowLeft: (event) => chart.panBy(-onwards() * (event.shiftKey ? 1 : STEP)),
    PageDown: () => chart.panBy(1),
    PageUp: () => chart.panBy(-1),
    Home: () => chart.toEnd(-1),
    End: () => chart.toEnd(1),
    "+": () => chart.zoomMiddle(NEARER),
    "=": () => chart.zoomMiddle(NEARER),
    "-": () => chart.zoomMiddle(1 / NEARER),
    _: () => chart.zoomMiddle(1 / NEARER),
    0: () => chart.fit(),
    ArrowDown: () => chart.walk(1),
    ArrowUp: () => chart.walk(-1),
    Enter: () => chart.openWalked(),
    Escape: () => chart.leave(),
  };
  target.addEventListener(
    "keydown",
    (event) => {
      if (event.target !== target || event.ctrlKey || event.metaKey || event.altKey) return;
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action(event);
    },
    { signal },
  );
}

import { EventTimeline } from "./element.js";

if (!customElements.get("event-timeline")) customElements.define("event-timeline", EventTimeline);

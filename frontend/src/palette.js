// Colours of the canvas, by theme, and which family a type belongs to. All are at least 3:1 on their ground, words 4.5:1.

export const FAMILIES = {
  conflict: ["assault", "coerce", "mobilize"],
  pressure: ["threaten", "accuse", "reject", "sanction", "request", "protest"],
  diplomacy: ["agree", "consult", "support", "concede", "cooperate", "aid", "retreat"],
  state: ["legal", "election", "appointment"],
  harm: ["disaster", "accident", "crime", "death"],
  life: ["business", "science", "sport", "birth"],
  speech: ["statement", "other"],
};

const FAMILY_OF = new Map(Object.entries(FAMILIES).flatMap(([family, types]) => types.map((type) => [type, family])));

export function family(type) {
  return FAMILY_OF.get(type) ?? "speech";
}

/** The order of lanes by type: families together. */
export const TYPE_ORDER = Object.values(FAMILIES).flat();

export const LIGHT = {
  ground: "#ffffff", band: "#f6f4ef", ink: "#1d1c1a", soft: "#57534c", line: "#ddd8ce", strong: "#b9b3a6", accent: "#1d4a73",
  families: {
    conflict: "#b3261e", pressure: "#a8590a", diplomacy: "#1f63a6", state: "#6243a5", harm: "#8d2f6b", life: "#1f7350",
    speech: "#5f5b53",
  },
};

export const DARK = {
  ground: "#171a1f", band: "#1e2228", ink: "#ece9e2", soft: "#b5b1a8", line: "#343a43", strong: "#59616d", accent: "#93c1ee",
  families: {
    conflict: "#ff8f7d", pressure: "#f0ad55", diplomacy: "#82b9f2", state: "#bba6f3", harm: "#ee93c4", life: "#74cf9f",
    speech: "#b8b3a9",
  },
};

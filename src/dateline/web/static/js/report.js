// A report: words and claims light up together, n and p step through them, and selected words can be made a claim.
const words = [...document.querySelectorAll(".w")];
const cards = [...document.querySelectorAll(".claim-card")];
const triggers = [...document.querySelectorAll(".w.trigger[data-n]")];
let at = -1;

function light(number) {
  for (const word of words) word.classList.toggle("lit", number >= 0 && word.dataset.c.split(" ").includes(String(number)));
  for (const card of cards) card.classList.toggle("lit", Number(card.dataset.n) === number);
}

function step(number, { focus = true, from = "" } = {}) {
  if (!cards.length) return;
  at = (number + cards.length) % cards.length;
  light(at);
  const trigger = triggers.find((one) => Number(one.dataset.n) === at);
  const card = cards[at];
  if (from !== "text") trigger?.scrollIntoView({ block: "center" });
  if (from !== "cards") keepInSight(card);
  if (focus) (trigger ?? card).focus({ preventScroll: true });
}

// The card moves within its own column, so that the text stays where it is.
function keepInSight(card) {
  const column = card.closest(".claims");
  if (column.scrollHeight > column.clientHeight + 1) column.scrollTop = card.offsetTop - column.offsetTop - 60;
}

for (const word of words) {
  const number = () => Number(word.dataset.n ?? word.dataset.c.split(" ")[0]);
  word.addEventListener("mouseenter", () => light(number()));
  word.addEventListener("mouseleave", () => light(at));
  word.addEventListener("focus", () => step(number(), { focus: false, from: "text" }));
  word.addEventListener("click", (event) => {
    event.preventDefault();
    step(number(), { focus: false, from: "text" });
  });
}
for (const card of cards) {
  card.addEventListener("mouseenter", () => light(Number(card.dataset.n)));
  card.addEventListener("mouseleave", () => light(at));
  card.addEventListener("click", (event) => {
    if (event.target.closest("a:not(.claim-number), button")) return;
    event.preventDefault();
    step(Number(card.dataset.n), { from: "cards" });
  });
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  if (event.key === "n") step(at + 1);
  else if (event.key === "p") step(at - 1);
  else if (event.key === "Escape") { at = -1; light(at); }
});
const named = location.hash.replace(/^#(card-)?/, "");
const first = cards.findIndex((card) => card.id === `card-${named}`);
if (first >= 0) step(first, { focus: false });

// Offsets are in code points, as everywhere in the records.
const form = document.getElementById("add-claim");
const text = document.getElementById("text");

function offsetOf(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node.childNodes[offset]?.parentElement ?? node;
  if (element.closest("[data-skip]")) return null;
  const piece = element.closest("[data-at]");
  if (!piece) return null;
  const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : "";
  return Number(piece.dataset.at) + [...before].length;
}

function chosen() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !text.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end && end - start < 400 ? { start, end, range } : null;
}

if (form) {
  document.addEventListener("selectionchange", () => {
    const found = chosen();
    form.hidden = !found;
    if (!found) return;
    form.elements.start.value = found.start;
    form.elements.end.value = found.end;
    const box = found.range.getBoundingClientRect();
    form.style.top = `${box.bottom + scrollY + 6}px`;
    form.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - 180))}px`;
  });
}

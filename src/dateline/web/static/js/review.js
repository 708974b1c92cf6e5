// The review queue by keyboard: a key does what the button or link of its action does. The keys come with the page.
const review = document.getElementById("review");
const actions = JSON.parse(review.dataset.keys);
const dialog = document.getElementById("keys");
const reason = document.getElementById("reason");

const isTyping = (element) =>
  element.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;

// Space and Enter belong to what has the focus.
const isPressed = (element, key) => key === " " && element.closest?.("button, a, summary") !== null;

function act(action) {
  if (action === "help") return dialog.open ? dialog.close() : dialog.showModal();
  if (action === "reason") return reason?.focus();
  const target = document.querySelector(`[data-action="${action}"]`);
  if (target) target.click();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target === reason && (event.key === "Enter" || event.key === "Escape")) {
    event.preventDefault();
    document.getElementById("item-head")?.focus();
    return;
  }
  if (isTyping(event.target) || isPressed(event.target, event.key)) return;
  const action = actions[event.key];
  if (!action || (dialog.open && action !== "help")) return;
  event.preventDefault();
  act(action);
});

document.querySelector('[data-action="help"]')?.addEventListener("click", (event) => {
  if (event.isTrusted) act("help");
});
review.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
document.getElementById("item-head")?.focus({ preventScroll: true });
const done = document.getElementById("done");
if (done) document.getElementById("said").textContent = done.textContent;

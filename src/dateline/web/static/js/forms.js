// Forms by keyboard: Escape goes back.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented) document.querySelector("[data-back]")?.click();
});

// Before anything is drawn: light or dark as the reader last chose it.
(() => {
  const kept = localStorage.getItem("theme");
  if (kept) document.documentElement.dataset.theme = kept;
})();

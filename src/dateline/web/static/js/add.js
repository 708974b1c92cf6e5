// Files dropped anywhere on the form are chosen as if picked by hand.
const form = document.getElementById("give");
const files = document.getElementById("files");
const chosen = document.getElementById("chosen");
const drop = document.getElementById("drop");

const tell = () => {
  if (files.files.length) chosen.textContent = [...files.files].map((file) => file.name).join(", ");
};

form.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
form.addEventListener("dragleave", () => drop.classList.remove("over"));
form.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  drop.classList.remove("over");
  files.files = event.dataTransfer.files;
  tell();
});
files.addEventListener("change", tell);

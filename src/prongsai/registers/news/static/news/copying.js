/* A button that copies; without this file the text can be selected and copied by hand. */
for (const place of document.querySelectorAll("[data-copies]")) {
  const text = place.querySelector("textarea");
  const button = place.querySelector("button[data-copied]");
  const status = place.querySelector("[role=status]");
  if (!text || !button) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      document.execCommand("copy");
    }
    status.textContent = button.dataset.copied;
  });
}

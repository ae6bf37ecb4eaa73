/* Comfort only: every page works without this file. */
(() => {
  "use strict";
  const words = document.body.dataset;

  /* Fragments of pages: htmx comes only where a page uses it, and only once the page is
     complete: one that arrives between the two waits for an event that has passed. */
  if (words.htmx && document.querySelector("[hx-get], [hx-post]")) {
    const bring = () => {
      const script = document.createElement("script");
      script.src = words.htmx;
      document.head.append(script);
    };
    if (document.readyState === "complete") bring();
    else window.addEventListener("load", bring, { once: true });
  }

  /* Dialogs: opened as real ones, with the focus kept inside and Escape closing them. */
  for (const opener of document.querySelectorAll("[data-opens]")) {
    const dialog = document.getElementById(opener.dataset.opens);
    if (!dialog || !dialog.showModal) continue;
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-haspopup", "dialog");
    const open = (event) => {
      event.preventDefault();
      dialog.showModal();
      dialog.querySelector("[data-first]")?.focus(); /* the harmless answer */
    };
    opener.addEventListener("click", open);
    opener.addEventListener("keydown", (event) => {
      if (event.key === " ") open(event);
    });
    for (const closer of dialog.querySelectorAll("[data-closes]")) {
      closer.setAttribute("role", "button");
      closer.addEventListener("click", (event) => {
        event.preventDefault();
        dialog.close();
      });
      closer.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        dialog.close();
      });
    }
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }

  /* Menus close with Escape and when something else is pressed. */
  const menus = [...document.querySelectorAll(".staff-menu, .staff-person")];
  const close = (menu, back) => {
    if (!menu.open) return;
    menu.open = false;
    if (back) menu.querySelector("summary").focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") menus.forEach((menu) => close(menu, menu.contains(document.activeElement)));
  });
  document.addEventListener("click", (event) => {
    menus.forEach((menu) => menu.contains(event.target) || close(menu, false));
  });

  /* A form is sent once; the server refuses a second time anyway. */
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = "yes";
      if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
    });
  }
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
    }
  });

  const summary = document.getElementById("errors");
  if (summary) summary.focus();

  /* Drafts: what was typed survives a refresh, in this tab only, until it is sent. */
  const PREFIX = "draft:";
  const SENT = "draft-sent";
  const SECRET = /passw|secret|token|otp|citizen|csrf|submission|version/i;
  let store;
  try {
    store = window.sessionStorage;
  } catch {
    return;
  }
  const keyOf = (form) => PREFIX + location.pathname + "|" + (form.getAttribute("action") || "");
  const kept = (field) =>
    field.name && !SECRET.test(field.name) && !["password", "file", "hidden", "submit", "button"].includes(field.type);

  const sent = store.getItem(SENT);
  if (sent) {
    store.removeItem(SENT);
    if (!("keepsDraft" in words) && !summary) store.removeItem(sent);
  }
  for (const form of document.querySelectorAll("form[data-forgets]")) {
    form.addEventListener("submit", () => {
      Object.keys(store).filter((key) => key.startsWith(PREFIX)).forEach((key) => store.removeItem(key));
    });
  }
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const key = keyOf(form);
    const save = () => {
      const fields = [...form.elements].filter(kept);
      const values = fields.map((field) => [
        field.name,
        field.type === "checkbox" || field.type === "radio" ? [field.value, field.checked] : field.value,
      ]);
      try {
        store.setItem(key, JSON.stringify(values));
      } catch {
        /* No room: the page works on without the draft. */
      }
    };
    form.addEventListener("input", save);
    form.addEventListener("change", save);
    form.addEventListener("submit", () => store.setItem(SENT, key));
    if (!summary && restore(form, store.getItem(key))) tell(form, key);
  }

  function restore(form, text) {
    let values;
    try {
      values = JSON.parse(text || "[]");
    } catch {
      return false;
    }
    const seen = {};
    let changed = false;
    for (const [name, value] of values) {
      const same = [...form.elements].filter((field) => field.name === name && kept(field));
      const place = (seen[name] = (seen[name] ?? -1) + 1);
      if (Array.isArray(value)) {
        const box = same.find((field) => field.value === value[0]);
        if (box && box.checked !== value[1]) {
          box.checked = value[1];
          changed = true;
        }
      } else if (same[place] && same[place].value !== value) {
        same[place].value = value;
        changed = true;
      }
    }
    return changed;
  }

  function tell(form, key) {
    const note = document.createElement("div");
    note.className = "alert info notice draft-note";
    note.setAttribute("role", "status");
    const text = document.createElement("p");
    text.textContent = words.sayDraft;
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "button quiet";
    undo.textContent = words.sayDiscard;
    undo.addEventListener("click", () => {
      store.removeItem(key);
      form.reset();
      note.remove();
    });
    note.append(text, undo);
    form.prepend(note);
  }
})();

/* The editor of rich text, put over a plain text field that works without it. */

const BOLD = /font-weight:\s*(bold|[6-9]00)/i;
const ITALIC = /font-style:\s*italic/i;
const LEVEL = /mso-list:[^;"']*level(\d)/i;
const NUMBERED = /^\(?([\d๐-๙]+|[ก-ฮ]|[a-z]{1,4})(\.[\d๐-๙]+)*[.)]/i;
const HREF = /^(https?:\/\/[^\s/]|mailto:\S|tel:\S)/i;

const renamed = (element, name) => {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
};

/* Word writes lists as paragraphs with a bullet typed in front of them. */
const listsOfWord = (page) => {
  let open = [];
  let last = null;
  for (const line of page.querySelectorAll("p[data-was]")) {
    const found = LEVEL.exec(line.dataset.was);
    if (!found) continue;
    const marker = [...line.querySelectorAll("span[data-was]")].find((span) => /mso-list:\s*ignore/i.test(span.dataset.was));
    const kind = marker && NUMBERED.test(marker.textContent.trim()) ? "ol" : "ul";
    marker?.remove();
    if (!last || line.previousElementSibling !== last) open = [];
    const level = Math.min(Number(found[1]), open.length + 1);
    open = open.slice(0, level);
    if (open.length === level && open[level - 1].localName !== kind) open.pop();
    if (open.length < level) {
      const list = page.createElement(kind);
      if (level > 1) open[level - 2].lastElementChild.append(list);
      else line.before(list);
      open.push(list);
    }
    const item = page.createElement("li");
    const text = page.createElement("p");
    text.append(...line.childNodes);
    item.append(text);
    open[level - 1].append(item);
    last = open[0];
    line.remove();
  }
};

/* What is pasted keeps its structure: style attributes never reach the page. */
const pasted = (html) => {
  const kept = html.replace(/<!--[\s\S]*?-->|<!\[[^>]*>|<style[\s\S]*?<\/style>/gi, "").replace(/(\s)style=/gi, "$1data-was=");
  const page = new DOMParser().parseFromString(kept, "text/html");
  page.querySelectorAll("script, style, link, meta, title, xml, object, iframe, svg, img").forEach((one) => one.remove());
  listsOfWord(page);
  page.querySelectorAll("h1, h2").forEach((one) => renamed(one, "h3"));
  page.querySelectorAll("h5, h6").forEach((one) => renamed(one, "h4"));
  for (const one of page.querySelectorAll("b[data-was*='font-weight:normal'], b[data-was*='font-weight: normal']")) one.replaceWith(...one.childNodes);
  for (const one of page.querySelectorAll("span[data-was]")) {
    const was = one.dataset.was;
    let inner = one;
    if (BOLD.test(was)) inner = renamed(inner, "strong");
    if (ITALIC.test(was)) {
      const slant = page.createElement("em");
      inner.before(slant);
      slant.append(inner);
    }
  }
  const writer = new XMLSerializer();
  return Array.from(page.body.childNodes, (one) => writer.serializeToString(one)).join("");
};

const DEEDS = {
  bold: (chain) => chain.toggleBold(),
  italic: (chain) => chain.toggleItalic(),
  heading: (chain) => chain.toggleHeading({ level: 3 }),
  subheading: (chain) => chain.toggleHeading({ level: 4 }),
  bullets: (chain) => chain.toggleBulletList(),
  numbers: (chain) => chain.toggleOrderedList(),
  quote: (chain) => chain.toggleBlockquote(),
  table: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
};
const ACTIVE = {
  bold: ["bold"],
  italic: ["italic"],
  heading: ["heading", { level: 3 }],
  subheading: ["heading", { level: 4 }],
  bullets: ["bulletList"],
  numbers: ["orderedList"],
  quote: ["blockquote"],
  link: ["link"],
};

const extensionsOf = (kit) => [
  kit.Document,
  kit.Paragraph,
  kit.Text,
  kit.HardBreak,
  kit.Bold,
  kit.Italic,
  kit.Underline,
  kit.Heading.configure({ levels: [3, 4] }),
  kit.BulletList,
  kit.OrderedList.configure({ enableListAttributes: false }),
  kit.ListItem,
  kit.Blockquote,
  kit.Link.configure({ openOnClick: false, protocols: ["http", "https", "mailto", "tel"] }),
  kit.Table.configure({ resizable: false }),
  kit.TableRow,
  kit.TableHeader,
  kit.TableCell,
  kit.History,
  kit.Dropcursor,
  kit.Gapcursor,
];

/* A text typed without the editor has no elements: its lines are paragraphs. */
const asMarkup = (text) => {
  if (/<\/?[a-z][^<>]*>/i.test(text)) return pasted(text);
  const safe = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return safe
    .split(/\n\s*\n/)
    .map((block) => `<p>${block.trim().replace(/\r?\n/g, "<br>")}</p>`)
    .join("");
};

const attributesFor = (area) => {
  const label = document.querySelector(`label[for="${area.id}"]`);
  const attributes = { id: area.id, role: "textbox", "aria-multiline": "true", lang: area.lang || "" };
  if (label) {
    label.id ||= `${area.id}_label`;
    attributes["aria-labelledby"] = label.id;
  }
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (area.hasAttribute(name)) attributes[name] = area.getAttribute(name);
  }
  if (!attributes.lang) delete attributes.lang;
  return { attributes, label };
};

const begin = async (field) => {
  const area = field.querySelector("textarea");
  if (!area || area.disabled || field.classList.contains("ready")) return;
  const kit = await import(field.dataset.prose);
  const tools = field.querySelector(".prose-tools");
  const row = field.querySelector(".prose-link");
  const address = row.querySelector("input");
  const buttons = [...tools.querySelectorAll("button")];
  const place = document.createElement("div");
  const { attributes, label } = attributesFor(area);
  area.before(place);

  const show = ({ editor }) => {
    const inTable = editor.isActive("table");
    for (const button of buttons) {
      const active = ACTIVE[button.dataset.deed];
      if (active) button.setAttribute("aria-pressed", String(editor.isActive(...active)));
      if ("inTable" in button.dataset) button.hidden = !inTable;
      if (button.dataset.deed === "table") button.hidden = inTable;
    }
  };
  area.id = `${area.id}_source`;
  area.hidden = true;
  field.classList.add("ready");
  const editor = new kit.Editor({
    element: place,
    extensions: extensionsOf(kit),
    content: asMarkup(area.value),
    injectCSS: false,
    editorProps: { attributes, transformPastedHTML: pasted },
    onUpdate({ editor: changed }) {
      area.value = changed.isEmpty ? "" : changed.getHTML();
      area.dispatchEvent(new Event("input", { bubbles: true }));
    },
    onTransaction: show,
  });
  tools.hidden = false;
  show({ editor });
  label?.addEventListener("click", () => editor.commands.focus());
  area.form?.addEventListener("reset", () => setTimeout(() => editor.commands.setContent(asMarkup(area.value), { emitUpdate: false })));

  const askAddress = () => {
    row.hidden = !row.hidden;
    if (row.hidden) return editor.commands.focus();
    address.value = editor.getAttributes("link").href || "";
    address.focus();
    return true;
  };
  const setLink = () => {
    const typed = address.value.trim();
    const href = HREF.test(typed) ? typed : `https://${typed.replace(/^[a-z]+:\/*/i, "")}`;
    row.hidden = true;
    const chain = editor.chain().focus().extendMarkRange("link");
    if (!typed) chain.unsetMark("link").run();
    else if (editor.state.selection.empty && !editor.isActive("link")) chain.insertContent({ type: "text", text: typed, marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setMark("link", { href }).run();
  };
  tools.addEventListener("mousedown", (event) => event.preventDefault());
  tools.addEventListener("click", (event) => {
    const deed = event.target.closest("button")?.dataset.deed;
    if (!deed) return;
    if (deed === "link") askAddress();
    else (DEEDS[deed] || ((chain) => chain[deed]()))(editor.chain().focus()).run();
  });
  row.addEventListener("click", (event) => {
    const deed = event.target.closest("button")?.dataset.link;
    if (deed === "remove") address.value = "";
    if (deed) setLink();
  });
  address.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      setLink();
    } else if (event.key === "Escape") askAddress();
  });

  /* One stop for the tabulator; arrows go from button to button. */
  buttons.forEach((button, n) => (button.tabIndex = n ? -1 : 0));
  tools.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const shown = buttons.filter((button) => !button.hidden);
    const next = shown[(shown.indexOf(event.target) + step + shown.length) % shown.length];
    buttons.forEach((button) => (button.tabIndex = -1));
    next.tabIndex = 0;
    next.focus();
  });
};

for (const field of document.querySelectorAll("[data-prose]")) begin(field);

"use strict";
// Refreshes the page when the room moves on, and sends forms again until the server has them.
// Every page is whole without this. On a plain http address the page is no secure context: nothing here needs one.
(() => {
  const ROLE = () => page().dataset.role;
  const page = () => document.getElementById("page");
  const told = (text, ok) => {
    const place = document.getElementById("told");
    if (place) { place.textContent = text; place.classList.toggle("ok", !!ok); }
  };
  const drawn = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16).padStart(2, "0")).join("");
  let socket = null, wait = 300, busy = false, sending = false, again = false, pressed = false, up = false, boot = null, polling = 0, shown = 0, newest = null;

  // --- pages ---
  function typed(root) {
    const found = {};
    for (const field of root.querySelectorAll("input,textarea,select")) {
      const key = field.form?.dataset.form + "/" + (field.id || field.name + "=" + field.value);
      if (field.type === "radio" || field.type === "checkbox") { if (field.checked !== field.defaultChecked) found[key] = field.checked; }
      else if (field.type !== "hidden" && field.value !== field.defaultValue) found[key] = field.value;
    }
    return found;
  }
  // What stands on both pages stays the very same thing: a press, a focus or a scroll is never lost to a newer page.
  const FORM_FIELDS = ["kind", "guest", "what", "page", "follower", "event"];
  function named(node) { // what a thing is, so that a newer page finds it again; "" where only its kind tells
    if (node.nodeType !== 1) return "";
    if (node.id) return "#" + node.id;
    if (node.nodeName === "FORM") return node.getAttribute("action") + FORM_FIELDS.map((name) => "/" + (node.querySelector(`input[type=hidden][name="${name}"]`)?.value ?? "")).join("");
    if (node.nodeName === "A") return node.getAttribute("href");
    if (node.nodeName === "TR") return node.querySelector("a")?.getAttribute("href") ?? "";
    if (node.nodeName === "INPUT") return node.name;
    if (node.nodeName === "SECTION") return node.className + "/" + (node.querySelector("h2")?.textContent ?? "");
    if (node.nodeName === "BUTTON") return node.name + "=" + node.value;
    return "";
  }
  const alike = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName && named(one) === named(other);
  function turned(old, next) {
    if (old.isEqualNode(next)) return;
    if (old.nodeType !== 1) { if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue; return; }
    const was = old.defaultValue, untouched = "value" in old && old.value === was;
    for (const { name } of [...old.attributes]) if (!next.hasAttribute(name) && !(name === "open" && old.id)) old.removeAttribute(name);
    for (const a of next.attributes) if (old.getAttribute(a.name) !== a.value) old.setAttributeNS(a.namespaceURI, a.name, a.value);
    const left = [...old.childNodes], children = [...next.childNodes], focused = document.activeElement;
    const partners = children.map((child) => { const n = left.findIndex((one) => alike(one, child)); return n < 0 ? null : left.splice(n, 1)[0]; });
    for (const gone of left) gone.remove();
    let at = old.firstChild;
    children.forEach((child, n) => {
      const partner = partners[n];
      if (!partner) { old.insertBefore(child, at); return; }
      const stays = partner.parentNode && partner.contains(focused); // others step aside for it
      while (at && at !== partner && partner.parentNode && (stays || at.nodeType !== 1)) { const aside = at; at = at.nextSibling; aside.remove(); }
      if (at === partner) at = at.nextSibling; else old.insertBefore(partner, at);
      turned(partner, child);
    });
    if (untouched && was !== old.defaultValue) old.value = old.defaultValue;
    if (old.nodeName === "INPUT" && old.type !== "hidden") old.checked = next.checked;
  }
  function show(html, address, focus) {
    shown += 1;
    const next = new DOMParser().parseFromString(html, "text/html").getElementById("page");
    if (!next) { location.reload(); return; }
    if (next.dataset.files !== page().dataset.files) { location.assign(address || location.href); return; }
    const before = typed(page()), at = document.activeElement?.id, open = [...page().querySelectorAll("details[open][id]")].map((d) => d.id);
    const same = !address || new URL(address, location.href).pathname === location.pathname;
    const keep = [window.scrollX, window.scrollY];
    const heading = page().querySelector("h1")?.textContent;
    if (same) turned(page(), next); else page().replaceWith(next);
    const now = page();
    document.title = new DOMParser().parseFromString(html, "text/html").title;
    if (address && address !== location.href) history.pushState(null, "", address);
    if (same) {
      for (const field of now.querySelectorAll("input,textarea,select")) {
        const key = field.form?.dataset.form + "/" + (field.id || field.name + "=" + field.value);
        if (key in before) { if (typeof before[key] === "boolean") field.checked = before[key]; else field.value = before[key]; }
      }
      for (const id of open) document.getElementById(id)?.setAttribute("open", "");
      window.scrollTo(...keep);
      if (at && document.getElementById(at)) document.getElementById(at).focus({ preventScroll: true });
      else if (focus && (document.activeElement === document.body || now.querySelector("h1")?.textContent !== heading)) now.querySelector("h1")?.focus({ preventScroll: true });
    } else { window.scrollTo(0, document.getElementById("now") ? document.body.scrollHeight : 0); now.querySelector("h1")?.focus({ preventScroll: true }); }
    ready();
  }
  async function refresh(focus) {
    up ||= !!focus;
    if (sending) return; // the answer is the newest page
    if (busy || pressed) { again = true; return; }
    busy = true;
    const since = shown;
    try {
      const answer = await fetch(location.href, { cache: "no-store" }), html = await answer.text();
      if (pressed) again = true; // what is pressed stays as it is until it is let go
      else if (sending || since !== shown) { /* older than what stands here */ }
      else if (answer.redirected && new URL(answer.url).pathname !== location.pathname) show(html, answer.url, true);
      else if (answer.ok || answer.status === 403) { const to = up; up = false; show(html, null, to); }
    } catch { /* the socket tells when the server is back */ }
    busy = false;
    if (again && !pressed) { again = false; refresh(); }
  }
  function let_go() {
    setTimeout(() => { pressed = false; if (again && !busy) { again = false; refresh(); } }, 50); // the click comes first
  }
  document.addEventListener("pointerdown", (event) => { pressed = !!event.target.closest?.("a,button,input,select,textarea,summary,label"); }, true);
  for (const name of ["pointerup", "pointercancel", "dragend"]) document.addEventListener(name, let_go, true);
  addEventListener("blur", let_go);

  // --- sending ---
  const KEY = "courtship-unsent";
  const kept = () => { try { return JSON.parse(sessionStorage.getItem(KEY)); } catch { return null; } };
  const keep = (sent) => { try { sent ? sessionStorage.setItem(KEY, JSON.stringify(sent)) : sessionStorage.removeItem(KEY); } catch { /* full */ } };
  async function send(sent) {
    keep(sent);
    sending = true;
    if (ROLE() !== "screen") told("Sending …");
    for (let pause = 300; ; pause = Math.min(pause * 2, 5000)) {
      try {
        const answer = await fetch(sent.action, { method: "POST", body: new URLSearchParams(sent.fields) });
        if (answer.status < 500) {
          keep(null);
          if (answer.ok && sent.form) for (const field of page().querySelectorAll(`form[data-form="${sent.form}"] input:not([type=hidden])`)) field.value = field.defaultValue;
          const html = await answer.text(), moved = answer.redirected ? answer.url : null;
          sending = false;
          show(html, moved, true);
          if (answer.ok && sent.saved) told(sent.saved, true);
          if (page().dataset.stamp && newest && newest !== page().dataset.stamp) refresh(); // news came meanwhile
          return;
        }
        const why = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("told")?.textContent.trim();
        told((why || "The host’s machine cannot take this just now.") + " Your choice is kept and sent again.");
      } catch { told("The host’s machine does not answer. Your choice is kept and sent again."); }
      await new Promise((done) => setTimeout(done, pause * (0.5 + Math.random())));
    }
  }
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.plain !== undefined) return;
    event.preventDefault();
    if (form.dataset.own !== undefined) own(form);
    const fields = [...new FormData(form, event.submitter)];
    const command = fields.findIndex(([name]) => name === "command");
    if (command >= 0) fields[command][1] = drawn();
    form.querySelectorAll("button").forEach((b) => { b.setAttribute("aria-disabled", "true"); });
    send({ action: form.getAttribute("action"), fields, form: form.dataset.form, saved: form.dataset.vote !== undefined ? "Vote saved" : form.dataset.saved });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-keep]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    fetch(link.href).then((a) => a.text()).then((html) => { const y = window.scrollY; show(html, link.href); window.scrollTo(0, y); }).catch(() => location.assign(link.href));
  });
  const KEYS = { ArrowRight: "next", PageDown: "next", ArrowLeft: "back", PageUp: "back", " ": "pause" };
  document.addEventListener("keydown", (event) => {
    if (ROLE() !== "screen" || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
    const form = page().querySelector(`form[data-key="${KEYS[event.key]}"]`);
    const end = page().querySelector("[data-keys-end]");
    if (!form && end && KEYS[event.key] === "next") { // a key that does nothing says so, for a moment
      told(end.dataset.keysEnd);
      setTimeout(() => { if (document.getElementById("told")?.textContent === end.dataset.keysEnd) told(""); }, 6000);
    }
    if (!form) return;
    event.preventDefault();
    if (!event.repeat && !sending) form.requestSubmit();
  });
  addEventListener("popstate", () => refresh(true));
  document.addEventListener("change", (event) => { if (event.target.dataset.go !== undefined) event.target.form.requestSubmit(); });

  // --- the words that stay on this phone ---
  const WORDS = ["stop", "start", "go_on"];
  function own(form) {
    const found = Object.fromEntries(WORDS.map((id) => [id, form.querySelector("#" + id).value]));
    try { localStorage.setItem("courtship-own", JSON.stringify(found)); } catch { /* not kept */ }
    form.elements.count.value = Object.values(found).filter((w) => w.trim()).length;
  }
  function ready() {
    if (document.getElementById("stop")) {
      try { const found = JSON.parse(localStorage.getItem("courtship-own") || "{}"); for (const id of WORDS) if (found[id]) document.getElementById(id).value = found[id]; } catch { /* none */ }
    }
    const auto = page().querySelector("form[data-auto]");
    if (page().dataset.stamp && !socket) { lastHeard = Date.now(); connect(); } // a form may lead from a still page to a live one
    if (auto) { fetch(auto.action, { method: "POST", body: new URLSearchParams(new FormData(auto)) }).catch(() => {}); auto.remove(); }
    tick();
    dispatchEvent(new Event("shown"));
  }

  // --- the clock ---
  let ahead = 0; // of this machine's clock before the server's, ms
  function tick() {
    for (const place of document.querySelectorAll("[data-until]")) {
      const left = Math.max(0, Math.round((+place.dataset.until * 1000 - (Date.now() - ahead)) / 1000));
      place.textContent = left ? Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0") : "Time is up";
    }
    for (const place of document.querySelectorAll("[data-since]")) {
      place.textContent = Math.max(0, Math.floor((Date.now() - ahead) / 60000 - +place.dataset.since / 60)) + " min";
    }
  }
  setInterval(tick, 1000);

  // --- the socket ---
  let lastHeard = Date.now(), silent = false, ended = false; // ended: the server said goodbye, and did not just fall silent
  const GOODBYE = [1001, 1012]; // with which a server that is being ended closes its sockets
  const SILENCE = 2600; // ms; the server says something every 1.2 s
  function alive() {
    lastHeard = Date.now();
    ended = false;
    if (!silent) return;
    silent = false;
    document.body.classList.remove("silent");
    document.getElementById("silent")?.remove();
  }
  function watch() {
    if (silent || document.hidden || (Date.now() - lastHeard < SILENCE && !ended) || ["", "closed"].includes(page().dataset.stamp)) return;
    silent = true;
    const place = document.createElement("div");
    place.id = "silent"; place.setAttribute("role", "alert");
    place.textContent = (ended && ROLE() !== "host") ? "The host has ended the room. What was saved is kept. If the room is opened again, this page goes on by itself." : {
      host: "The server does not answer. This page tries again by itself. If the terminal shows no running room, start it again there: courtship host --again",
      screen: "The host’s machine does not answer. Nothing is lost; this page goes on by itself.",
    }[ROLE()] || "The host’s machine does not answer. Nothing is lost: what was saved is kept, and this page goes on by itself.";
    document.body.prepend(place);
    document.body.classList.add("silent");
  }
  setInterval(watch, 400);
  document.addEventListener("visibilitychange", () => { lastHeard = Date.now(); });
  function heard(state) {
    if (state.t === "closed") return; // there is a server, but no room yet
    alive();
    if (state.t !== "state") return;
    if (state.now) ahead = Date.now() - state.now * 1000;
    for (const [name, value] of Object.entries(state.live || {})) {
      for (const place of document.querySelectorAll(`[data-live="${name}"]`)) place.textContent = value;
      for (const row of document.querySelectorAll(`[data-dots="${name}"]`)) row.querySelectorAll("i").forEach((dot, n) => dot.classList.toggle("full", n < value));
    }
    newest = state.stamp;
    if (page().dataset.stamp && state.stamp !== page().dataset.stamp) refresh(ROLE() !== "host");
  }
  function connect() {
    if (socket && socket.readyState < 2) return;
    socket = new WebSocket(location.origin.replace(/^http/, "ws") + page().dataset.at + "/ws/1?as=" + ROLE());
    socket.onopen = () => { wait = 300; clearInterval(polling); polling = 0; if (boot) told(""); };
    socket.onmessage = (event) => { const state = JSON.parse(event.data); if (boot && state.boot && boot !== state.boot) refresh(); boot = state.boot || boot; heard(state); };
    socket.onclose = (event) => {
      if (event.code === 4403) { location.assign(ROLE() === "guest" ? page().dataset.at + "/" : location.href); return; }
      if (GOODBYE.includes(event.code)) { ended = true; watch(); }
      if (event.code === 4404) wait = Math.max(wait, 2000); // no room yet: whoever waits goes on where they were
      if (!polling) polling = setInterval(() => poll(), 5000);
      setTimeout(connect, wait * (0.5 + Math.random()));
      wait = Math.min(wait * 2, 5000);
    };
  }
  const poll = () => fetch(page().dataset.at + "/state?as=" + ROLE(), { cache: "no-store" }).then((a) => a.json()).then(heard).catch(() => {});
  const anew = () => { if (socket && !document.hidden) { wait = 300; connect(); } };
  for (const name of ["online", "pageshow", "visibilitychange"]) (name === "visibilitychange" ? document : window).addEventListener(name, anew);
  if (page().dataset.stamp) {
    const unsent = kept();
    if (unsent) send(unsent);
  }
  ready();
})();

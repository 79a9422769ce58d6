/* Forms that are sent in the background, so that a lost connection never shows the browser's error page.

form[data-sends]     is sent with fetch and tried again until it arrives. The server keeps what it got once: it knows a form
                     by its key, and a submission by itself. Its [data-state] shows the words for the state. Buttons with
                     formnovalidate, which only look, go the usual way
form[data-copy-key]  what is typed is kept in the browser, encrypted with this key, under the name of [data-account]. It is
                     erased when it was received, saved by itself, or the person signs out (form[data-signs-out], in
                     madda.js). Nobody else can read it: only pages of this account carry the key. Each window has a
                     copy of its own. A window that opens later takes back only what no other window still shows:
                     with the text it takes the key of the form, and two windows would write over the same draft
*/
"use strict";

(() => {
  const WAITS = [2, 5, 10, 20, 30, 60]; // seconds between the attempts; the last is repeated
  const PATIENCE = 20; // seconds until an attempt without an answer counts as lost
  const SLOWEST = 16_000; // bytes a second of a connection on which files still arrive
  const NEVER_COPIED = ["csrfmiddlewaretoken", "account"];

  // Whether no other window holds the name. This window holds it from now on, as long as it shows the page.
  const hold = (name) =>
    new Promise((resolve) => {
      navigator.locks.request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock && new Promise(() => {});
      });
    });

  const copies = (form) => {
    if (!form.dataset.copyKey || !crypto.subtle || !navigator.locks) return null; // secure pages only
    const here = `madda.kept.${form.dataset.account}.${location.pathname} `; // no address has a space
    let place = here + crypto.randomUUID();
    const isHeld = hold(place);
    const bytes = Uint8Array.from(form.dataset.copyKey.match(/../g), (pair) => parseInt(pair, 16));
    const key = crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    let turn = 0;

    const opened = async (stored) => {
      try {
        const all = Uint8Array.from(atob(stored), (letter) => letter.charCodeAt(0));
        const words = await crypto.subtle.decrypt({ name: "AES-GCM", iv: all.slice(0, 12) }, await key, all.slice(12));
        return JSON.parse(new TextDecoder().decode(words));
      } catch {
        return null; // of another key, or cut off
      }
    };

    return {
      async write() {
        const mine = ++turn;
        const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !NEVER_COPIED.includes(name));
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const words = new TextEncoder().encode(JSON.stringify(fields));
        const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key, words));
        const text = [...iv, ...sealed].map((byte) => String.fromCharCode(byte)).join("");
        if (mine === turn) localStorage.setItem(place, btoa(text));
      },
      async read() {
        await isHeld;
        for (const left of Object.keys(localStorage).filter((name) => name.startsWith(here) && name !== place)) {
          if (!(await hold(left))) continue;
          const fields = await opened(localStorage.getItem(left));
          if (fields) {
            localStorage.removeItem(place); // what was typed before the other text came
            place = left;
            return fields;
          }
          localStorage.removeItem(left);
        }
        return null;
      },
      erase() {
        turn += 1;
        localStorage.removeItem(place);
      },
    };
  };

  const restore = (form, fields) => {
    const of = (wanted) => fields.filter(([name]) => name === wanted).map(([, value]) => value);
    for (const box of form.elements) {
      if (!box.name || NEVER_COPIED.includes(box.name) || ["file", "submit", "button"].includes(box.type)) continue;
      const typed = of(box.name);
      if (["checkbox", "radio"].includes(box.type)) box.checked = typed.includes(box.value);
      else if (typed.length && box.name !== "range") box.value = typed[0];
    }
    form.dispatchEvent(new CustomEvent("madda:choose", { detail: of("range") }));
  };

  const prepare = (form) => {
    const copy = copies(form);
    const state = form.querySelector("[data-state]");
    const again = state?.querySelector("button");
    let typing; // the timer that writes what was typed down
    let waiting = null; // what is still to be sent: the button that was pressed, the number of the attempt, the timer

    const say = (words, offersAgain = false) => {
      if (!state) return;
      state.hidden = !words;
      state.querySelector("span").textContent = words || "";
      again.hidden = !offersAgain;
    };

    const attempt = async () => {
      const mine = waiting;
      clearTimeout(mine.timer);
      say(state?.dataset.sending);
      const answer = await post(mine.button);
      if (mine !== waiting) return;
      if (!answer || answer.status >= 500) return later();
      waiting = null;
      if (answer.status !== 204) return plainly(mine.button); // the server has something to say about the form
      if (answer.headers.get("X-Received")) copy?.erase();
      location.assign(answer.headers.get("X-Location"));
    };

    const post = (button) => {
      const data = new FormData(form);
      if (button?.name) data.append(button.name, button.value);
      const address = button?.hasAttribute("formaction") ? button.formAction : form.getAttribute("action");
      const headers = { "X-Requested-With": "fetch" };
      const bytes = [...data.values()].reduce((sum, value) => sum + (value.size || 0), 0);
      const signal = AbortSignal.timeout((PATIENCE + bytes / SLOWEST) * 1000);
      return fetch(address, { method: "POST", body: data, headers, signal }).catch(() => null);
    };

    const later = () => {
      const seconds = WAITS[Math.min(waiting.tries, WAITS.length - 1)];
      waiting.tries += 1;
      waiting.timer = setTimeout(attempt, seconds * 1000);
      say([state?.dataset.lost, copy && state?.dataset.copied].filter(Boolean).join(" "), true);
    };

    const plainly = (button) => {
      form.dataset.plain = "1";
      form.requestSubmit(button);
    };

    const begin = (button) => {
      clearTimeout(waiting?.timer);
      clearTimeout(typing); // it would write a copy of what has been received by then
      waiting = { button, tries: 0, timer: null };
      copy?.write();
      attempt();
    };

    if (form.matches("[data-sends]")) {
      form.addEventListener("submit", (event) => {
        if (form.dataset.plain || event.submitter?.formNoValidate) return;
        event.preventDefault();
        begin(event.submitter);
      });
      again?.addEventListener("click", () => waiting && attempt());
      window.addEventListener("online", () => waiting && attempt());
      window.addEventListener("beforeunload", (event) => waiting && event.preventDefault());
    }

    if (!copy) return;
    let isNewer = false; // something was typed after the last attempt to save began
    form.addEventListener("madda:saving", () => (isNewer = false));
    form.addEventListener("input", () => {
      isNewer = true;
      clearTimeout(typing);
      typing = setTimeout(() => copy.write(), 300);
    });
    form.addEventListener("madda:saved", () => {
      if (waiting || isNewer) return;
      copy.erase();
      say("");
    });
    copy.read().then((fields) => {
      if (!fields) return;
      restore(form, fields);
      say(state?.dataset.back);
      form.dispatchEvent(new Event("input", { bubbles: true })); // saved by itself, if there is a connection
    });
  };

  document.querySelectorAll("form[data-sends], form[data-copy-key]").forEach(prepare);
})();

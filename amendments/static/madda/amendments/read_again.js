// Asks again for the preview of a long act while the worker reads it, each time a little later; not while somebody types.
"use strict";
(() => {
  const button = document.querySelector("[data-reads-again]");
  const ask = () => {
    if (document.activeElement?.matches("input, select, textarea")) setTimeout(ask, 1000);
    else button.click();
  };
  if (button) setTimeout(ask, 1000 + 500 * Number(button.dataset.readsAgain));
})();

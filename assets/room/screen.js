"use strict";
// Nobody scrolls a projector: what is too much for the window, for the page or for a card of it is drawn smaller.
(() => {
  const SMALLEST = 0.4, STEP = 0.03; // of the size in which it is made
  function fitted() {
    const main = document.getElementById("main");
    if (!main || matchMedia("(max-width:46em)").matches) return;
    main.style.zoom = "";
    for (let size = 1; size > SMALLEST && too_much(main); size -= STEP) main.style.zoom = size - STEP;
  }
  function too_much(main) {
    const holds = (box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
    return document.documentElement.scrollHeight > innerHeight || ![main, ...main.querySelectorAll(".two,.left,.right,.card,.courses,.whos")].every(holds);
  }
  for (const name of ["shown", "resize"]) addEventListener(name, fitted); // "shown": a newer page stands here
  document.fonts?.ready.then(fitted);
  fitted();
})();

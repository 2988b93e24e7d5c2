/** The script of every page: small, and it loads the rest when that is wanted. */
import { offerCitations } from "./cite/offer-citations.ts";
import { offerSearch } from "./search/offer-search.ts";

offerSearch();
offerCitations();
if (new URLSearchParams(location.search).has("quote"))
  void import("./cite/arrive-quoted.ts").then(({ checkQuote }) => checkQuote());
if (new URLSearchParams(location.search).has("q") && !document.querySelector("search-panel[data-address]"))
  void import("./search/arrival.ts").then(({ markArrival }) => markArrival());

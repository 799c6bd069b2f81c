import { commonRefusals } from "../organisation/contract.ts";

export * from "./codes.ts";

/** Refusals any verb of this room can give. */
export const fundingRefusals = [
	...commonRefusals,
	"name-taken",
	"scheme-unknown",
	"closes-before-opens",
	"decides-before-closes",
	"spend-before-decides",
	"report-before-spend",
	"lowest-over-highest",
	"highest-over-pot",
	"not-ready",
	"already-answered",
	"note-missing",
	"day-behind",
	"after-deadline",
	"collection-stands",
	"collection-closed",
	"unit-unknown",
	"category-unknown",
	"because-missing",
] as const;
export type FundingRefusal = (typeof fundingRefusals)[number];

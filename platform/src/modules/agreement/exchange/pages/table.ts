import { exchangeKinds } from "../../codes.ts";
import { exchangeSorts } from "../codes.ts";

/** What the address of the list says; the list as Excel reads it the same way. */
export const exchangeTable = {
	sort: ["from", ...exchangeSorts],
	descending: true,
	filters: { kind: exchangeKinds },
} as const;

import { commonRefusals } from "../organisation/contract.ts";

export * from "./codes.ts";

/** Refusals any verb of this room can give. */
export const competenceRefusals = [
	...commonRefusals,
	"entry-unknown",
	"name-taken",
	"not-shared",
	"level-missing",
	"level-not-for-kind",
	"ahead-of-today",
	"too-many-aged",
	"positions-over-heads",
	"positions-without-heads",
	"twice",
	"nothing-given",
] as const;
export type CompetenceRefusal = (typeof competenceRefusals)[number];

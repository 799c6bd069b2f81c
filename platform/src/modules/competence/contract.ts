import { commonRefusals } from "../organisation/contract.ts";

export * from "./codes.ts";

/** Refusals any verb of this room can give. */
export const competenceRefusals = [
	...commonRefusals,
	"unit-unknown",
	"entry-unknown",
	"users-half-said",
	"positions-or-users",
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

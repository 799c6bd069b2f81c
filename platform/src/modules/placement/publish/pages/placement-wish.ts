import type { Language } from "../../../../language.ts";
import type { Placement } from "../contract.ts";
import { publishPagesText } from "./publish.text.ts";
import { standingText } from "./standing.text.ts";

type Wished = Pick<Placement, "rank" | "hasWished">;

/** Whether the one who looks is told what the student wished, and how far it is: sites are not. */
export function isTold({ rank, hasWished, minutes }: Wished & Pick<Placement, "minutes">): boolean {
	return rank !== null || hasWished !== null || minutes !== null;
}

/** Which wish a placement was; nothing where that is not told. */
export function wishOf({ rank, hasWished }: Wished, language: Language): string {
	if (rank !== null) return publishPagesText[language].wish(rank);
	if (hasWished === null) return "";
	return hasWished ? publishPagesText[language].notWished : standingText[language].hasNotWished;
}

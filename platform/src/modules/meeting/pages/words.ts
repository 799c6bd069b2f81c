import { formatShortDate, type Language } from "../../../language.ts";
import type { Meeting, Seat } from "../contract.ts";
import { norwegianTime } from "../time.ts";
import { sharedText } from "./shared.text.ts";

/** When a meeting is: "12.01.2027 kl. 09:00–11:00". */
export function whenWord(language: Language, { startsAt, endsAt }: Pick<Meeting, "startsAt" | "endsAt">): string {
	const from = norwegianTime(startsAt);
	return sharedText[language].when(formatShortDate(language, from.day), from.time, norwegianTime(endsAt).time);
}

/** Who has a seat: the person and the role, or the role alone. */
export function seatWord({ name, role }: Pick<Seat, "name" | "role">): string {
	return name === "" ? role : `${name}, ${role}`;
}

import { useLanguage } from "../../../../ui/language.tsx";
import type { Help, Queue } from "../contract.ts";
import { helpPageText } from "./help.text.ts";

/** How much room there is, how many wait, and the own place among them. */
export function Room({ atOnce, queue }: Pick<Help, "atOnce"> & { readonly queue: Queue }) {
	const text = helpPageText[useLanguage()];
	const { going, waiting, place } = queue;
	const said = [
		atOnce === null ? text.noLimit : text.room(going, atOnce),
		...(place !== null ? [text.place(place)] : waiting > 0 ? [text.queue(waiting)] : []),
	];
	return said.join(", ");
}

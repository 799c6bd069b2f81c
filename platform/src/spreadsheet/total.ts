import { type Cell, contentOf, isBlank, type PlainCell, type RawRow } from "./cell.ts";
import { normaliseText } from "./kinds/text.ts";

const things =
	"studenter|studentar|students|plasser|plassar|places|praksisplasser|praksisplassar|bestillinger|tingingar|requests|enheter|einingar|units|ansatte|tilsette|personer|personar|people|rader|rows";
const count = "antall|antal|talet på|tal på|number of";
/** «Sum», «Totalt antall plasser», «Antall studenter: 42»: what people write beside a sum, and nobody is called. */
const label = new RegExp(
	`^(?:(?:(?:del|total|slutt)?sum|total(?:t|er)?|i alt|til ?sammen|til ?saman|grand total|in all)(?: (?:${count}))?(?: (?:${things}))?|(?:${count}) (?:${things}))\\s*[:=]?\\s*[\\d\\s.,]*$`,
	"i",
);
const number = /^[\d\s.,%]+$/;

/** Whether a row is a sum people have under their table: one label that says so, and otherwise only numbers. */
export function isTotal({ cells }: RawRow): boolean {
	let labelled = false;
	for (const cell of cells) {
		const content: PlainCell = contentOf(cell ?? null);
		if (isBlank(content)) continue;
		if (typeof content === "string") {
			const text = normaliseText(content);
			if (label.test(text)) labelled = true;
			else if (!number.test(text)) return false;
		} else if (!isReckoned(content)) return false;
	}
	return labelled;
}

/** A number, or a formula whose number was not saved. */
function isReckoned(cell: Cell): boolean {
	return typeof cell === "number" || (typeof cell === "object" && cell !== null && cell.kind === "noResult");
}

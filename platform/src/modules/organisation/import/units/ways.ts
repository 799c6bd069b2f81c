import { joinedPath, shownPath } from "./path.ts";

/** What a row says stands above its unit; null at the top. */
export type Asked =
	| null
	| { readonly kind: "unreadable" }
	| { readonly kind: "row"; readonly row: number }
	| { readonly kind: "unit"; readonly id: string }
	| { readonly kind: "path"; readonly path: string; readonly shown: string };

/** The names from the top, to be compared and to be shown. */
export type Way = { readonly key: string; readonly shown: string };

type Known = { readonly id: string; readonly parentId: string | null; readonly name: string };
/** A row by its number, or a unit that is there by its id. */
type Node = number | string;

const top: Way = { key: "", shown: "" };

/**
 * The names from the top of every row and every unit as they will be once the file is taken in: a file describes what
 * shall be, so that reading it a second time means the same. Null where the way goes round in a ring, or cannot be read.
 * @param names of the rows; null where one cannot be read.
 * @param rowOf the row that is known to mean a unit, by the unit's id.
 */
export function waysAfter(
	names: readonly (string | null)[],
	asked: readonly Asked[],
	units: readonly Known[],
	rowOf: ReadonlyMap<string, number>,
): {
	readonly ofRow: (row: number) => Way | null;
	/** What is above a row. */
	readonly aboveRow: (row: number) => Way | null;
	readonly ofUnit: (id: string) => Way | null;
	/** Whether the way up from a unit passes a row. */
	readonly passes: (id: string, row: number) => boolean;
} {
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	const known = new Map<Node, Way | null>();
	const nodeOf = (id: string): Node => rowOf.get(id) ?? id;
	const nameOf = (node: Node): string | null => (typeof node === "number" ? names[node] : byId.get(node)?.name) ?? null;
	const aboveOf = (node: Node): Node | Way | null => {
		if (typeof node === "string") {
			const parentId = byId.get(node)?.parentId ?? null;
			return parentId === null ? top : nodeOf(parentId);
		}
		const wanted = asked[node] ?? null;
		if (wanted === null) return top;
		if (wanted.kind === "unreadable") return null;
		if (wanted.kind === "row") return wanted.row;
		return wanted.kind === "unit" ? nodeOf(wanted.id) : { key: wanted.path, shown: wanted.shown };
	};
	const wayOf = (start: Node): Way | null => {
		const chain: Node[] = [];
		const met = new Set<Node>();
		let above: Way | null | undefined;
		for (let at: Node | Way | null = start; above === undefined; at = aboveOf(at)) {
			if (typeof at === "object") above = at;
			else if (met.has(at)) above = null;
			else {
				above = known.get(at);
				if (above !== undefined) break;
				met.add(at);
				chain.push(at);
				continue;
			}
			break;
		}
		let way = above ?? null;
		for (const node of chain.reverse()) {
			const name = nameOf(node);
			if (name === null) way = null;
			if (way !== null && name !== null) {
				way = { key: joinedPath(way.key, name), shown: way.shown === "" ? name : shownPath([way.shown, name]) };
			}
			known.set(node, way);
		}
		return way;
	};
	return {
		ofRow: wayOf,
		aboveRow: (row) => {
			const above = aboveOf(row);
			return typeof above === "object" ? above : wayOf(above);
		},
		ofUnit: (id) => wayOf(nodeOf(id)),
		passes: (id, row) => {
			const met = new Set<Node>();
			for (let at: Node | Way | null = nodeOf(id); typeof at !== "object" && !met.has(at); at = aboveOf(at)) {
				if (at === row) return true;
				met.add(at);
			}
			return false;
		},
	};
}

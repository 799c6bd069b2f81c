import type { PlacedRow } from "./arrangement.ts";
import { joinedPath, pathKey } from "./path.ts";
import type { Way } from "./ways.ts";

/**
 * A function to whether names from the top may mean a row that cannot be read whole, or something under one: then nothing
 * can be said against them before the row is mended.
 * @param aboveRow the names above a row, null where they cannot be known.
 */
export function doubtOf(rows: readonly PlacedRow[], aboveRow: (row: number) => Way | null): (path: string) => boolean {
	/** Rows that may stand anywhere, or under a unit that is there and called something else today. */
	const adrift = new Set<string>();
	/** What stands above rows without a name; "" is the top. */
	const nameless: string[] = [];
	let isAnyCodeBroken = false;
	let isAllInDoubt = false;
	rows.forEach(({ value, broken }, index) => {
		if (broken.size === 0) return;
		if (broken.has("code")) isAnyCodeBroken = true;
		if (broken.has("name")) {
			const above = aboveRow(index);
			if (above === null) isAllInDoubt = true;
			else nameless.push(above.key);
		} else if (broken.has("code") || broken.has("parent")) adrift.add(bounded(pathKey(value.name)));
	});
	return (path) => {
		if (isAllInDoubt) return true;
		if (isAnyCodeBroken && !path.includes(" › ")) return true;
		if (nameless.some((above) => path.startsWith(joinedPath(above, "")))) return true;
		// A name may have the sign in it, so that it is more than one step of the way.
		const whole = bounded(path);
		return [...adrift].some((name) => whole.includes(name));
	};
}

function bounded(path: string): string {
	return ` › ${path} › `;
}

/** A unit by the names from the top: «Helse › Hjemmetjenesten». */

const separator = " › ";

/** A name as it is compared: case and spaces do not count. */
export function nameKey(name: string): string {
	return name.trim().toLowerCase().replace(/\s+/g, " ");
}

/** Names from the top, written with › or >, as they are compared. */
export function pathKey(path: string): string {
	return path.split(/[›>]/).map(nameKey).join(separator);
}

/** The key of what stands under a key; "" is the top. */
export function joinedPath(above: string, name: string): string {
	return above === "" ? pathKey(name) : `${above}${separator}${pathKey(name)}`;
}

export function shownPath(names: readonly string[]): string {
	return names.join(separator);
}

type Placed = { readonly id: string; readonly parentId: string | null; readonly name: string };

/** The names from the top of each unit, to be shown and to be compared. */
export function pathsOf(units: readonly Placed[]): {
	readonly keyOf: (id: string) => string;
	readonly shownOf: (id: string) => readonly string[];
} {
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	const known = new Map<string, readonly string[]>();
	const shownOf = (id: string): readonly string[] => {
		const chain: Placed[] = [];
		let unit = byId.get(id);
		let above: readonly string[] = [];
		// The data has no rings, but a loop that trusted it would never end.
		while (unit && chain.length <= byId.size) {
			const made = known.get(unit.id);
			if (made) {
				above = made;
				break;
			}
			chain.push(unit);
			unit = unit.parentId === null ? undefined : byId.get(unit.parentId);
		}
		for (const one of chain.reverse()) {
			above = [...above, one.name];
			known.set(one.id, above);
		}
		return above;
	};
	return { shownOf, keyOf: (id) => pathKey(shownPath(shownOf(id))) };
}

/** Whether something was over before a day. */
export function isOver(one: { readonly validTo: string | null }, today: string): boolean {
	return one.validTo !== null && one.validTo < today;
}

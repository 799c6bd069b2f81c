import { readOutline } from "./gazetteer.server.ts";
import { drawMap, type MapDrawing, type MapRequest } from "./map.ts";

/** Maps that are remembered. */
const mostKept = 200;
const known = new Map<string, MapDrawing>();

/**
 * A map of these points, which is the same each time: where names have room takes longer to find than to ask for. What is
 * kept is known by all that is in it, so that nobody is given a map of anything else.
 * @param kind says which page draws, and in which language: two pages gather the same points in different words.
 */
export function drawOnce(
	kind: string,
	points: Pick<MapRequest, "points" | "extent" | "labels"> & { readonly selected?: string | undefined },
	gathering: Pick<MapRequest, "gatheredHref" | "gatheredLabel">,
): MapDrawing {
	const key = JSON.stringify([kind, points]);
	const kept = known.get(key);
	if (kept) return kept;
	const { land, neighbours } = readOutline();
	const drawing = drawMap({ land, neighbours, ...points, ...gathering });
	if (known.size >= mostKept) known.clear();
	known.set(key, drawing);
	return drawing;
}

/**
 * Remembers what is drawn from something that is kept, for as long as that very thing is kept: what a map is made of is
 * then neither put together nor compared again. What is given also tells all else that the drawing depends on.
 */
export function drawnFrom<Drawn>(): (kept: object, asked: readonly unknown[], draw: () => Drawn) => Drawn {
	const all = new WeakMap<object, Map<string, Drawn>>();
	return (kept, asked, draw) => {
		const of = all.get(kept) ?? new Map<string, Drawn>();
		all.set(kept, of);
		const key = JSON.stringify(asked);
		const known = of.get(key);
		if (known !== undefined) return known;
		const drawn = draw();
		if (of.size >= mostKept) of.clear();
		of.set(key, drawn);
		return drawn;
	};
}

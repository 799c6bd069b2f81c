import { feature, mesh } from "topojson-client";
import * as z from "zod";
import type { BorderLines } from "../land.ts";
import type { LandShape } from "../outline.ts";
import { checkComplete, type KnownMunicipalities } from "./check.ts";
import { type FactRefusal, factRefusal, judged, type PublicRead } from "./refusal.ts";
import { publicSources } from "./sources.ts";

const ring = z.array(z.number().int());
const shape = z.discriminatedUnion("type", [
	z.object({ type: z.literal("Polygon"), id: z.string(), arcs: z.array(ring) }),
	z.object({ type: z.literal("MultiPolygon"), id: z.string(), arcs: z.array(z.array(ring)) }),
]);
const pair = z.tuple([z.number(), z.number()]);

/** Municipal boundaries as quantised TopoJSON; the municipality number is the id of each shape. Stored as it is read. */
export const boundaryTopology = z.object({
	type: z.literal("Topology"),
	transform: z.object({ scale: pair, translate: pair }),
	arcs: z.array(z.array(pair)),
	objects: z.object({ kommuner: z.object({ type: z.literal("GeometryCollection"), geometries: z.array(shape) }) }),
});
export type BoundaryTopology = z.infer<typeof boundaryTopology>;

/** Reads the public file of municipal boundaries. */
export function readBoundaries(bytes: Uint8Array, known: KnownMunicipalities): PublicRead<BoundaryTopology> {
	const parsed = parseJson(bytes);
	if (parsed === undefined) return refuse(factRefusal({ code: "notJson", detail: {} }));
	const checked = boundaryTopology.safeParse(parsed);
	if (!checked.success) {
		const path = checked.error.issues[0]?.path.map(String).join(".") ?? "";
		return refuse(factRefusal({ code: "notBoundaries", detail: { path } }));
	}
	const stray = strayArc(checked.data);
	if (stray !== undefined) return refuse(factRefusal({ code: "notBoundaries", detail: { path: stray } }));
	const shapes = checked.data.objects.kommuner.geometries;
	const refusals = [
		...shapes.flatMap(({ id }, index) =>
			known.has(id)
				? []
				: [factRefusal({ code: "unknownMunicipality", detail: {} }, { header: `kommuner.${index}.id`, value: id })],
		),
		...checkComplete(
			shapes.map(({ id }) => id),
			known,
		),
	];
	return judged(checked.data, [publicSources.boundaries], shapes.length, refusals);
}

/** Each municipality's area, for `drawMap`. */
export function municipalAreas(topology: BoundaryTopology): { readonly id: string; readonly shape: LandShape }[] {
	return topology.objects.kommuner.geometries.map((geometry) => {
		const made = feature(topology, geometry);
		const area = made.type === "Feature" ? made.geometry : undefined;
		const coordinates =
			area?.type === "MultiPolygon" ? area.coordinates : area?.type === "Polygon" ? [area.coordinates] : [];
		return { id: geometry.id, shape: { type: "MultiPolygon", coordinates } };
	});
}

/** The lines between counties (first two digits differ), or between all municipalities; the coast is left out. */
export function borderLines(topology: BoundaryTopology, between: "counties" | "municipalities"): BorderLines {
	const digits = between === "counties" ? 2 : 4;
	const start = (id: string | number | undefined) => String(id).slice(0, digits);
	const lines = mesh(topology, topology.objects.kommuner, (a, b) => a !== b && start(a.id) !== start(b.id));
	return lines.coordinates;
}

/** An arc that a shape asks for and the file does not have; drawing it would fail much later. */
function strayArc(topology: BoundaryTopology): string | undefined {
	const { geometries } = topology.objects.kommuner;
	const index = geometries.findIndex((geometry) => {
		const rings = geometry.type === "Polygon" ? geometry.arcs : geometry.arcs.flat();
		return rings.flat().some((arc) => (arc < 0 ? ~arc : arc) >= topology.arcs.length);
	});
	return index < 0 ? undefined : `objects.kommuner.geometries.${index}.arcs`;
}

function parseJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}

function refuse(refusal: FactRefusal) {
	return { refusals: [refusal], refusalCount: 1 };
}

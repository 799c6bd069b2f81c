import { describe, expect, it } from "vitest";
import { kilometresBetween } from "./distance.ts";
import { readGazetteer, readOutline } from "./gazetteer.server.ts";
import { drawMap, type MapPoint } from "./map.ts";
import { norwayProjection } from "./projection.ts";

const { land, neighbours } = readOutline();
const { municipalities } = readGazetteer();
const points: MapPoint[] = municipalities.map((place) => ({
	id: place.number,
	label: place.name,
	href: `/m/${place.number}`,
	at: place.centre.at,
	importance: 10_000 - Number(place.number),
}));
const trondelag = municipalities.filter((place) => place.county === "50").map((place) => place.centre.at);
const oslo = { latitude: 59.91273, longitude: 10.74609 };

describe("the projection", () => {
	const projection = norwayProjection(land, { width: 640 });

	it("fits the whole country in the drawing, taller than wide", () => {
		expect(projection.height).toBeGreaterThan(800);
		for (const [longitude = 0, latitude = 0] of land.coordinates.flat(2)) {
			const { x, y } = projection.place({ longitude, latitude });
			expect(x >= 0 && x <= 640 && y >= 0 && y <= projection.height).toBe(true);
		}
	});

	it("stands upright: the North Cape at the top, Lindesnes at the bottom, Bergen west of Oslo", () => {
		const cape = projection.place({ latitude: 71.17, longitude: 25.78 });
		const lindesnes = projection.place({ latitude: 57.98, longitude: 7.05 });
		const bergen = projection.place({ latitude: 60.39, longitude: 5.32 });
		expect(cape.y).toBeLessThan(40);
		expect(lindesnes.y).toBeGreaterThan(projection.height - 40);
		expect(bergen.x).toBeLessThan(projection.place(oslo).x);
	});

	it("keeps distances within 4 per cent anywhere in the country", () => {
		const lengths = municipalities.slice(1).map((place, index) => {
			const from = municipalities[index]?.centre.at ?? oslo;
			const drawn = [from, place.centre.at].map((at) => projection.place(at));
			const units = Math.hypot((drawn[0]?.x ?? 0) - (drawn[1]?.x ?? 0), (drawn[0]?.y ?? 0) - (drawn[1]?.y ?? 0));
			return { kilometres: kilometresBetween(from, place.centre.at), drawn: units * projection.kilometresPerUnit };
		});
		for (const { kilometres, drawn } of lengths.filter((length) => length.kilometres > 100)) {
			expect(drawn / kilometres).toBeGreaterThan(0.96);
			expect(drawn / kilometres).toBeLessThan(1.04);
		}
	});

	it("zooms to a set of points, and never closer than 50 km for a single one", () => {
		const near = norwayProjection(land, { width: 640 }, trondelag);
		for (const at of trondelag) {
			const { x, y } = near.place(at);
			expect(x >= 12 && x <= 628 && y >= 12 && y <= near.height - 12).toBe(true);
		}
		expect(near.kilometresPerUnit).toBeLessThan(projection.kilometresPerUnit / 2);
		const alone = norwayProjection(land, { width: 640 }, [oslo]);
		expect(alone.place(oslo)).toEqual({ x: 320, y: alone.height / 2 });
		expect(alone.kilometresPerUnit * 616).toBeGreaterThanOrEqual(50);
	});
});

describe("drawMap", () => {
	const drawing = drawMap({ land, neighbours, points, selected: "5001" });

	it("marks every municipality inside the drawing, once, in their order", () => {
		expect(drawing.marks.map((mark) => mark.id)).toEqual(points.map((point) => point.id));
		expect(drawing.marks.filter((mark) => mark.isSelected).map((mark) => mark.label)).toEqual(["Trondheim"]);
	});

	it("gives the same drawing for the same request", () => {
		expect(drawMap({ land, neighbours, points, selected: "5001" })).toEqual(drawing);
	});

	it("stays small enough to send with a page", () => {
		expect(drawing.land.length).toBeLessThan(32_000);
		expect(drawing.land).toMatch(/^(M-?[\d.]+[ -][\d.]+l[\d. -]+Z)+$/);
	});

	it("lets no two pointer areas overlap where their marks do not", () => {
		for (const one of drawing.marks) {
			for (const other of drawing.marks) {
				const away = Math.hypot(one.x - other.x, one.y - other.y);
				if (one.id < other.id && away > one.radius + other.radius + 1) {
					expect(one.reach + other.reach).toBeLessThanOrEqual(away + 0.2);
				}
			}
		}
	});

	it("names the selected and the most important places, no name over another or outside the drawing", () => {
		for (const [labels, size] of [
			[drawing.labels.wide, 13],
			[drawing.labels.narrow, 23],
		] as const) {
			expect(labels[0]?.text).toBe("Trondheim");
			expect(labels.length).toBeGreaterThan(4);
			const boxes = labels.map((label) => boxOf(label, size));
			for (const [index, box] of boxes.entries()) {
				expect(box.left >= 0 && box.right <= drawing.width && box.top >= 0).toBe(true);
				for (const other of boxes.slice(index + 1)) {
					const apart =
						box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
					expect(apart).toBe(true);
				}
			}
		}
	});

	it("draws only what a zoomed map shows, with the land next door", () => {
		const zoomed = drawMap({ land, neighbours, points, extent: trondelag });
		expect(zoomed.isZoomed).toBe(true);
		expect(zoomed.neighbours).not.toBe("");
		expect(drawing.neighbours).toBe("");
		expect(zoomed.marks.length).toBeLessThan(80);
		const ids = new Set(zoomed.marks.map((mark) => mark.id));
		for (const place of municipalities) if (place.county === "50") expect(ids.has(place.number)).toBe(true);
	});

	it("shows a scale that is a round number of kilometres and true", () => {
		const { kilometres, length } = drawing.scale;
		expect([100, 200]).toContain(kilometres);
		const perUnit = norwayProjection(land, { width: 640 }).kilometresPerUnit;
		expect(length * perUnit).toBeCloseTo(kilometres, 0);
	});

	it("leaves out what lies outside Norway, without a word or a fault", () => {
		const stray = [{ id: "x", label: "X", href: "/", at: { latitude: -33, longitude: 151 } }];
		expect(drawMap({ land, points: stray }).marks).toEqual([]);
		expect(drawMap({ land, points: [] }).labels).toEqual({ wide: [], narrow: [] });
	});
});

describe("points on one spot", () => {
	const many = Array.from({ length: 12 }, (_, index) => ({
		id: `i${index}`,
		label: `Institution ${index}`,
		href: `/i/${index}`,
		at: oslo,
		tone: "institution" as const,
	}));
	const gatheredHref = (gathered: readonly MapPoint[]) => `/gathered/${gathered.length}`;

	it("are gathered in one mark far out, which says how many they are", () => {
		const { marks } = drawMap({ land, points: many, gatheredHref, gatheredLabel: (all) => `${all.length} here` });
		expect(marks).toMatchObject([{ count: 12, label: "12 here", href: "/gathered/12", tone: "institution" }]);
	});

	it("are drawn apart close up, none on top of another, all near their true place", () => {
		const extent = municipalities.filter((place) => place.county === "32").map((place) => place.centre.at);
		const { marks } = drawMap({ land, points: many, gatheredHref, extent });
		expect(marks).toHaveLength(12);
		for (const one of marks) {
			for (const other of marks) {
				if (one.id < other.id) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius);
			}
		}
	});

	it("are drawn apart everywhere when nobody says where a gathered mark should lead", () => {
		expect(drawMap({ land, points: many }).marks).toHaveLength(12);
	});

	it("never move a municipality, and lie under it", () => {
		const town = { id: "0301", label: "Oslo", href: "/m/0301", at: oslo };
		const { marks } = drawMap({ land, points: [town, ...many], gatheredHref });
		expect(marks.map((mark) => mark.tone)).toEqual(["institution", "municipality"]);
		expect(marks[1]).toMatchObject(norwayProjection(land, { width: 640 }).place(oslo));
	});

	it("of different tones keep a mark each when gathered", () => {
		const offices = many.slice(0, 3).map((point) => ({ ...point, id: `o-${point.id}`, tone: "other" as const }));
		const { marks } = drawMap({ land, points: [...many, ...offices], gatheredHref });
		expect(marks.map(({ tone, count }) => [tone, count])).toEqual([
			["other", 3],
			["institution", 12],
		]);
	});
});

describe("points that stand for many", () => {
	const county = {
		id: "03-municipality",
		label: "Oslo: 12 kommuner",
		short: "Oslo",
		href: "/c",
		at: oslo,
		count: 12,
		size: 12,
	};
	const next = {
		...county,
		id: "32-municipality",
		label: "Akershus: 21 kommuner",
		short: "Akershus",
		importance: 21,
		count: 21,
	};
	const own = { id: "own", label: "Oslo", href: "/own", at: oslo, tone: "own" as const };

	it("have their number and their whole label, and are named in short", () => {
		const { marks, labels } = drawMap({ land, points: [next] });
		expect(marks).toMatchObject([{ count: 21, label: "Akershus: 21 kommuner", radius: 12 }]);
		expect(labels.wide.map((label) => label.text)).toEqual(["Akershus"]);
	});

	it("have their number also where they stand for one or for none, which a point alone has not", () => {
		const { marks } = drawMap({
			land,
			points: [
				{ ...county, count: 0 },
				{ ...next, count: 1 },
				{ ...own, at: municipalities[0]?.centre.at ?? oslo },
			],
		});
		expect(marks.map(({ id, count }) => [id, count])).toEqual([
			["03-municipality", 0],
			["32-municipality", 1],
			["own", null],
		]);
	});

	it("stand clear of each other and of the reader's own, which is not moved", () => {
		const { marks } = drawMap({ land, points: [county, next, { ...county, id: "third" }, own] });
		expect(marks.find((mark) => mark.id === "own")).toMatchObject(norwayProjection(land, { width: 640 }).place(oslo));
		for (const one of marks)
			for (const other of marks)
				if (one.id < other.id)
					expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius - 2.1);
	});
});

function boxOf(label: { x: number; y: number; text: string; anchor: string }, size: number) {
	const width = label.text.length * size * 0.58;
	const left = label.anchor === "start" ? label.x : label.anchor === "end" ? label.x - width : label.x - width / 2;
	return { left, right: left + width, top: label.y - size * 0.9, bottom: label.y + size * 0.3 };
}

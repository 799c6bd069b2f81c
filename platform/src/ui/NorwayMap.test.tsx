import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import { drawMap, type MapPoint } from "../geography/map.ts";
import type { Language } from "../language.ts";
import { LanguageContext } from "./language.tsx";
import { NorwayMap } from "./NorwayMap.tsx";

const island = [
	[5, 58],
	[5, 71],
	[31, 71],
	[31, 58],
	[5, 58],
];
const land = { type: "MultiPolygon" as const, coordinates: [[island]] };
const points: MapPoint[] = [
	{ id: "a", label: "Karasjok & <Kárášjohka>", href: "/a", at: { latitude: 69.5, longitude: 25.5 }, importance: 1 },
	{ id: "b", label: "Bø", href: "/b", at: { latitude: 59.4, longitude: 9 }, tone: "institution" },
	{ id: "c", label: "Bykle", href: "/c", at: { latitude: 59.4, longitude: 7.3 }, tone: "own" },
];

function render(language: Language, props: Partial<Parameters<typeof NorwayMap>[0]> = {}) {
	return renderToStaticMarkup(
		<MemoryRouter>
			<LanguageContext value={language}>
				<NorwayMap
					drawing={drawMap({ land, points, selected: "c" })}
					title="Kommuner"
					description="Tre steder i Norge"
					{...props}
				/>
			</LanguageContext>
		</MemoryRouter>,
	);
}

describe("NorwayMap", () => {
	const html = render("nb", {
		legend: [{ tone: "municipality", label: "Kommune" }],
		sources: [{ name: "GeoNames", licence: "CC BY 4.0", link: "https://www.geonames.org/" }],
		rows: points.map(({ id, label, href }) => ({ id, label, href, group: "Fylke" })),
	});

	it("is a named and described group of links, in the order they are painted", () => {
		expect(html).toMatch(
			/<svg class="map-drawing"[^>]*role="group"[^>]*aria-labelledby="([^"]+)"[^>]*><title id="\1">Kommuner/,
		);
		expect([
			...html.matchAll(/aria-label="([^"]+)"[^>]*href="(\/[abc])"|href="(\/[abc])"[^>]*aria-label="([^"]+)"/g),
		]).toHaveLength(3);
		const order = [...html.matchAll(/class="map-mark"[^>]*href="(\/\w)"|href="(\/\w)"[^>]*class="map-mark"/g)].map(
			(match) => match[1] ?? match[2],
		);
		expect(order).toEqual(["/b", "/a", "/c"]);
	});

	it("escapes what people wrote", () => {
		expect(html).not.toContain("<Kárášjohka>");
		expect(html).toContain("Karasjok &amp; &lt;Kárášjohka&gt;");
	});

	it("tells which mark the page is about", () => {
		expect([...html.matchAll(/aria-current="true"/g)]).toHaveLength(1);
		expect(html).toContain('data-selected="true"');
	});

	it("has a table under it, a way past it, a legend and its sources", () => {
		expect(html).toContain("<table");
		expect(html).toContain("Vis kartet som tabell");
		const target = /class="map-skip" href="#([^"]+)"/.exec(html)?.[1];
		expect(html).toContain(`id="${target}"`);
		expect(html).toContain("CC BY 4.0");
		expect(html).toContain("Kommune</li>");
	});

	it("needs no inline style, which the security policy would refuse", () => {
		expect(html).not.toMatch(/\sstyle=/);
	});

	it("is a picture when it has nothing to follow, and takes a table of the page's own", () => {
		const empty = render("en", { drawing: drawMap({ land, points: [] }), children: <p>Own table</p> });
		expect(empty).toContain('role="img"');
		expect(empty).toContain("<p>Own table</p>");
		expect(empty).not.toContain("<table");
	});

	it("fetches the land from where all maps of the country have it, and does not carry it along", () => {
		const drawing = { ...drawMap({ land, points: [] }), land: "", outline: "/outline.svg?v=1" };
		const html = render("en", { drawing });
		expect(html).toContain('<use class="map-land" href="/outline.svg?v=1#land"></use>');
		expect(html).not.toContain('<path class="map-land"');
	});

	it("speaks the three languages", () => {
		expect(render("nn")).toContain("Hopp over kartet");
		expect(render("en")).toContain("Skip the map");
	});
});

import { drawnFrom, drawOnce } from "../../../../geography/drawn.server.ts";
import { readOutline } from "../../../../geography/gazetteer.server.ts";
import type { MapDrawing, MapPoint } from "../../../../geography/map.ts";
import { outlinePage } from "../../../../geography/outline-page.server.ts";
import { formatNumber, type Language } from "../../../../language.ts";
import { cutBy } from "../../../../statistic/cut.ts";
import type { CoveredMunicipality } from "../contract.ts";
import { coverageText } from "../text.ts";

/** More than this cover each other on a map of the whole country, and are counted county by county instead. */
const mostApart = 60;

type Asked = {
	readonly municipalities: readonly CoveredMunicipality[];
	readonly counties: readonly { readonly number: string; readonly name: string }[];
	readonly isWhole: boolean;
	readonly countyHref: (county: string) => string;
	readonly language: Language;
};

type Drawn = {
	readonly drawing: MapDrawing;
	readonly isGathered: boolean;
	readonly source: ReturnType<typeof readOutline>["source"];
};

/** Municipalities with and without an agreement, drawn: each where it is, or counted county by county. */
export function drawCoverage(asked: Asked): Drawn {
	// Where nothing but what is published is counted, the municipalities are those that are kept.
	const { municipalities, counties, isWhole, countyHref, language } = asked;
	return fromMunicipalities(municipalities, [isWhole, language, counties, countyHref("00")], () => draw(asked));
}
const fromMunicipalities = drawnFrom<Drawn>();

function draw(asked: Asked): Drawn {
	const { municipalities, isWhole, language } = asked;
	const { source } = readOutline();
	const placed = municipalities.flatMap(({ id, name, countyNumber, population, coverage, latitude, longitude }) =>
		latitude === null || longitude === null
			? []
			: [{ id, name, countyNumber, population, coverage, at: { latitude, longitude } }],
	);
	const isGathered = isWhole && placed.length > mostApart;
	const byCounty = cutBy(isGathered ? placed : [], ({ countyNumber }) => countyNumber);
	const points = isGathered
		? asked.counties.flatMap(({ number, name }): MapPoint[] => {
				const there = byCounty.get(number);
				if (!there) return [];
				const covered = there.filter(({ coverage }) => coverage !== "none").length;
				const middle = (of: (at: { latitude: number; longitude: number }) => number) =>
					there.reduce((sum, { at }) => sum + of(at), 0) / there.length;
				return [
					{
						...{ id: number, href: asked.countyHref(number), short: name, count: covered, importance: there.length },
						label: coverageText[language].mapCounty(
							name,
							formatNumber(language, covered),
							formatNumber(language, there.length),
						),
						at: { latitude: middle(({ latitude }) => latitude), longitude: middle(({ longitude }) => longitude) },
						...{ size: Math.max(11, Math.round(2.6 * Math.sqrt(covered))), tone: covered > 0 ? "own" : "municipality" },
					},
				];
			})
		: placed.map(
				({ id, name, at, population, coverage }): MapPoint => ({
					...{ id, label: name, href: `/organisations/${id}`, at, tone: coverage === "none" ? "municipality" : "own" },
					...(population === null ? {} : { importance: population }),
				}),
			);
	const drawing = drawOnce(
		`coverage ${language}`,
		{
			points,
			...(isWhole ? {} : { extent: points.map(({ at }) => at) }),
			...(isGathered ? { labels: 32 } : {}),
		},
		{
			gatheredHref: (gathered) => `/organisations/${gathered[0]?.id ?? ""}`,
			gatheredLabel: (gathered) => gathered.map(({ label }) => label).join(", "),
		},
	);
	// What every map of the whole country has in common is fetched once, and is not part of the page.
	const shown = drawing.isZoomed ? drawing : { ...drawing, land: "", outline: outlinePage().address };
	return { drawing: shown, isGathered, source };
}

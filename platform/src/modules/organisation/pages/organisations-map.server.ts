import type { Work } from "../../../database/work.server.ts";
import { drawnFrom, drawOnce } from "../../../geography/drawn.server.ts";
import { readOutline } from "../../../geography/gazetteer.server.ts";
import type { MapDrawing, MapPoint, MapTone } from "../../../geography/map.ts";
import { outlinePage } from "../../../geography/outline-page.server.ts";
import { formatNumber, type Language } from "../../../language.ts";
import { type TableState, tableHref } from "../../../ui/table-state.ts";
import type { DirectoryQuery, MapPoint as Place } from "../directory/contract.ts";
import { gatherOrganisations, mapOrganisations } from "../service.server.ts";
import { organisationsText } from "./organisations.text.ts";

/** More than this cover each other on a map of the whole country, and are counted county by county instead. */
const mostApart = 60;

type Asked = {
	readonly query: DirectoryQuery;
	readonly state: TableState;
	/** How many the query finds. */
	readonly total: number;
	readonly counties: readonly { readonly number: string; readonly name: string }[];
	/** The organisation represented: always shown by itself. */
	readonly own: string | null;
	readonly language: Language;
};

/** The organisations a query finds, drawn: each where it is, or counted county by county where they are too many. */
export async function drawOrganisations(
	work: Work,
	asked: Asked,
): Promise<{
	readonly drawing: MapDrawing;
	readonly isGathered: boolean;
	readonly source: ReturnType<typeof readOutline>["source"];
}> {
	const { query, own, language, state, total } = asked;
	const { source } = readOutline();
	const isWhole = query.county === undefined && (query.search ?? "") === "";
	const isGathered = isWhole && total > mostApart;
	if (!isGathered) {
		const points = (await mapOrganisations(work, query)).map(pointFor(own));
		return { drawing: drawn(asked, points, { isWhole, isGathered }), isGathered, source };
	}
	const gathered = await gatherOrganisations(work, query, own);
	const drawing = gatheredDrawing(gathered.groups, [gathered.apart, own, language, state], () =>
		drawn(asked, countedPoints(asked, gathered), { isWhole, isGathered }),
	);
	return { drawing, isGathered, source };
}

/** Counties are counted anew, and named anew, when the directory has changed, and only then. */
const gatheredDrawing = drawnFrom<MapDrawing>();

function drawn(
	{ own, language }: Asked,
	points: readonly MapPoint[],
	{ isWhole, isGathered }: { readonly isWhole: boolean; readonly isGathered: boolean },
): MapDrawing {
	const drawing = drawOnce(
		`organisations ${language}`,
		{
			points,
			...(isWhole ? {} : { extent: points.map(({ at }) => at) }),
			...(isGathered ? { labels: 32 } : {}),
			selected: own ?? undefined,
		},
		{
			gatheredHref: (gathered) => `/organisations?q=${encodeURIComponent(gathered[0]?.label ?? "")}`,
			gatheredLabel: (gathered) => organisationsText[language].several(gathered.length),
		},
	);
	// What every map of the whole country has in common is fetched once, and is not part of the page.
	return drawing.isZoomed ? drawing : { ...drawing, land: "", outline: outlinePage().address };
}

function countedPoints(
	{ state, counties, own, language }: Asked,
	{ groups, apart }: Awaited<ReturnType<typeof gatherOrganisations>>,
): MapPoint[] {
	const text = organisationsText[language];
	const counted = groups.map(({ countyNumber, tone, count, id, name, latitude, longitude }): MapPoint => {
		const at = { latitude, longitude };
		const county = counties.find(({ number }) => number === countyNumber)?.name;
		if (count === 1 || county === undefined) {
			// A county of one municipality is named as the others are.
			const isCounty = tone === "municipality" && county !== undefined;
			return { id, label: name, href: `/organisations/${id}`, at, tone, ...(isCounty ? { importance: count } : {}) };
		}
		return {
			...{ id: `${countyNumber}-${tone}`, at, tone, count, short: county, size: discOf(count) },
			label: text.inCounty(county, formatNumber(language, count), text.tones[tone]),
			href: withCounty(state, countyNumber ?? ""),
			...(tone === "municipality" ? { importance: count } : {}),
		};
	});
	return [...counted, ...apart.map(pointFor(own))];
}

/** The same map of one county. */
function withCounty(state: TableState, county: string): string {
	return tableHref(state, { filters: { ...state.filters, county }, page: 1 });
}

/** The area of a disc follows what it stands for, but has room for its number. */
function discOf(count: number): number {
	return Math.round(Math.max(11, 2.6 * Math.sqrt(count)) * 10) / 10;
}

function pointFor(own: string | null): (place: Place) => MapPoint {
	return ({ id, name, shortName, kind, latitude, longitude, weight }) => ({
		...{ id, label: name, href: `/organisations/${id}`, at: { latitude, longitude } },
		tone: id === own ? "own" : toneOf(kind),
		...(shortName === null ? {} : { short: shortName }),
		...(weight === null ? {} : { importance: weight }),
	});
}

function toneOf(kind: string): MapTone {
	return kind === "municipality" || kind === "institution" ? kind : "other";
}

import { useId } from "react";
import { Link } from "react-router";
import type { MapDrawing, MapMark, MapTone } from "../geography/map.ts";
import { useFollow } from "./follow.ts";
import { useLanguage } from "./language.tsx";
import { MapShape } from "./MapShape.tsx";
import { mapText } from "./NorwayMap.text.ts";
import "./map.css";

/**
 * Norway with marks that are links, drawn on the server: `drawing` is made by `drawMap` in the page's loader. Works
 * without script; zooming is another URL with another `extent`. Under the map always stands the same as a table: give
 * one as `children`, or leave it to the map.
 */
export function NorwayMap({
	drawing,
	title,
	description,
	legend = [],
	sources = [],
	note,
	areaSteps,
	rows,
	children,
}: {
	drawing: MapDrawing;
	/** What the map shows, in a few words. */
	title: string;
	/** What can be read out of it, for someone who cannot see it. */
	description: string;
	legend?: readonly { readonly tone: MapTone; readonly label: string }[];
	/** Who the facts come from; always shown with facts that are not our own. */
	sources?: readonly { readonly name: string; readonly licence: string; readonly link: string }[];
	/** How the map is read, where its legend does not say it all. */
	note?: React.ReactNode;
	/** A step 0–5 per area id, for colouring areas by a number. */
	areaSteps?: Readonly<Record<string, number>>;
	/** Rows of the table under the map when no table is given. */
	rows?: readonly { readonly id: string; readonly label: string; readonly href: string; readonly group?: string }[];
	children?: React.ReactNode;
}) {
	const id = useId();
	const text = mapText[useLanguage()];
	const follow = useFollow({ preventScrollReset: true });
	return (
		<figure className="map">
			<a className="map-skip" href={`#${id}-after`}>
				{text.skip}
			</a>
			<div className="map-frame">
				{/* biome-ignore lint/a11y/useKeyWithClickEvents: only follows links, and a key on a link is a click */}
				<svg
					className="map-drawing"
					onClick={follow}
					viewBox={`0 0 ${drawing.width} ${drawing.height}`}
					role={drawing.marks.length > 0 ? "group" : "img"}
					aria-labelledby={`${id}-title`}
					aria-describedby={`${id}-description`}
				>
					<title id={`${id}-title`}>{title}</title>
					<desc id={`${id}-description`}>{description}</desc>
					{/* A drawing in the drawing, so that land ends where the drawing does. */}
					<svg width={drawing.width} height={drawing.height} aria-hidden="true" focusable="false">
						{drawing.isZoomed ? <rect className="map-sea" width={drawing.width} height={drawing.height} /> : null}
						{drawing.neighbours ? <path className="map-neighbours" d={drawing.neighbours} /> : null}
						{drawing.outline === undefined ? (
							<path className="map-land" d={drawing.land} />
						) : (
							<use className="map-land" href={`${drawing.outline}#land`} />
						)}
						{drawing.areas.map((area) => (
							<path key={area.id} className="map-area" data-step={areaSteps?.[area.id]} d={area.path} />
						))}
						{drawing.borders ? <path className="map-borders" d={drawing.borders} /> : null}
					</svg>
					<ScaleBar drawing={drawing} />
					<Unspoken>
						<Leaders drawing={drawing} screen="wide" />
						<Leaders drawing={drawing} screen="narrow" />
					</Unspoken>
					{drawing.marks.map((mark) => markOf(mark, drawing.width))}
					<Unspoken>
						<Labels drawing={drawing} screen="wide" />
						<Labels drawing={drawing} screen="narrow" />
					</Unspoken>
				</svg>
			</div>
			<figcaption className="map-caption" id={`${id}-after`}>
				{legend.length > 0 ? (
					<ul className="map-legend" aria-label={text.legend}>
						{legend.map((entry) => (
							<li key={entry.tone}>
								<svg viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true" focusable="false">
									<MapShape tone={entry.tone} radius={entry.tone === "municipality" ? 4 : 6.5} />
								</svg>
								{entry.label}
							</li>
						))}
					</ul>
				) : null}
				{note === undefined ? null : <div className="map-note">{note}</div>}
				{sources.length > 0 ? (
					<p className="map-sources">
						{text.source}{" "}
						{sources.map((source, index) => (
							<span key={source.name}>
								{index > 0 ? " · " : null}
								<a href={source.link}>{source.name}</a>, {source.licence}
							</span>
						))}
					</p>
				) : null}
			</figcaption>
			{children ?? (rows ? <TableTwin title={title} rows={rows} /> : null)}
		</figure>
	);
}

/** A mark that reaches this far holds a number of three digits, drawing units. */
const roomy = 9;

/** A plain function, because a map has up to hundreds: a component for each takes the server longer than what is in it. */
function markOf(mark: MapMark, width: number) {
	const name = mark.label;
	// The number stands in a mark that has room for it, else on its shoulder.
	const isRoomy = mark.radius >= roomy;
	const toTheLeft = mark.x > width * 0.62;
	return (
		<g key={mark.id} transform={`translate(${mark.x},${mark.y})`}>
			{/* Hundreds of marks: plain links, which the drawing follows. */}
			<a
				href={mark.href}
				data-follow=""
				className="map-mark"
				aria-label={name}
				aria-current={mark.isSelected ? "true" : undefined}
			>
				<circle className="map-reach" r={mark.reach} />
				<g className="map-shape">
					{mark.isSelected ? <circle className="map-halo" r={mark.radius + 5} /> : null}
					{MapShape({ tone: mark.tone, radius: mark.radius, isNumbered: mark.count !== null && isRoomy })}
				</g>
			</a>
			{/* Beside the link, not in it: the middle of the link is then the middle of its mark. */}
			{Unspoken({
				className: "map-hint",
				children: (
					<text x={Math.max(mark.radius + 6, 17) * (toTheLeft ? -1 : 1)} y={5} textAnchor={toTheLeft ? "end" : "start"}>
						{name}
					</text>
				),
			})}
			{mark.count !== null ? (
				<Unspoken className="map-shape">
					<text
						className="map-count"
						data-tone={isRoomy ? mark.tone : undefined}
						x={isRoomy ? 0 : mark.radius * 0.8}
						y={isRoomy ? 4 : -mark.radius * 0.8}
					>
						{mark.count}
					</text>
				</Unspoken>
			) : null}
		</g>
	);
}

function Labels({ drawing, screen }: { drawing: MapDrawing; screen: "wide" | "narrow" }) {
	const selected = drawing.marks.find((mark) => mark.isSelected)?.id;
	return (
		<g className="map-labels" data-screen={screen}>
			{drawing.labels[screen].map((label) => (
				<text
					key={label.id}
					data-selected={label.id === selected || undefined}
					x={label.x}
					y={label.y}
					textAnchor={label.anchor}
				>
					{label.text}
				</text>
			))}
		</g>
	);
}

/** Lines from marks to names that stand away from them; they pass under other marks. */
function Leaders({ drawing, screen }: { drawing: MapDrawing; screen: "wide" | "narrow" }) {
	const path = drawing.labels[screen].map(({ leader }) => leader ?? "").join("");
	return path === "" ? null : <path className="map-leader" data-screen={screen} d={path} />;
}

function ScaleBar({ drawing }: { drawing: MapDrawing }) {
	const text = mapText[useLanguage()];
	const { kilometres, length } = drawing.scale;
	return (
		<Unspoken className="map-scale" transform={`translate(${drawing.width - length - 12},${drawing.height - 12})`}>
			<path d={`M0,-5V0H${length}V-5`} />
			<text x={length / 2} y={-9} textAnchor="middle">
				{text.kilometres(kilometres)}
			</text>
		</Unspoken>
	);
}

/** Writing that only repeats, for the eye, what the links already say. */
function Unspoken(group: { className?: string; transform?: string; children: React.ReactNode }) {
	// biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing cannot be focused
	return <g aria-hidden="true" {...group} />;
}

function TableTwin({
	title,
	rows,
}: {
	title: string;
	rows: readonly { readonly id: string; readonly label: string; readonly href: string; readonly group?: string }[];
}) {
	const text = mapText[useLanguage()];
	const isGrouped = rows.some((row) => row.group !== undefined);
	return (
		<details className="ds-details map-table">
			<summary>{text.asTable}</summary>
			<div className="map-table-scroll">
				<table className="ds-table" data-size="sm">
					<caption className="visually-hidden">{title}</caption>
					<thead>
						<tr>
							<th scope="col">{text.name}</th>
							{isGrouped ? <th scope="col">{text.group}</th> : null}
						</tr>
					</thead>
					<tbody>
						{rows.map((row) => (
							<tr key={row.id}>
								<td>
									<Link className="ds-link" to={row.href} discover="none">
										{row.label}
									</Link>
								</td>
								{isGrouped ? <td>{row.group}</td> : null}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</details>
	);
}

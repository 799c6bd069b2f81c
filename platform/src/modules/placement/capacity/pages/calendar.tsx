import { Form } from "react-router";
import { formatNumber, type Language } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Pagination } from "../../../../ui/Pagination.tsx";
import { ScrollRegion } from "../../../../ui/ScrollRegion.tsx";
import { tableHref, tableState } from "../../../../ui/table-state.ts";
import { uiText } from "../../../../ui/text.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { type CalendarCell, fullness } from "../calendar.ts";
import { readCalendar } from "../service.server.ts";
import { termOf } from "../week.ts";
import type { Route } from "./+types/calendar";
import { CapacityTabs } from "./CapacityTabs.tsx";
import { pagesText } from "./capacity.text.ts";
import { loadText } from "./load.text.ts";
import "./capacity.css";
import { dayIn } from "./tables.ts";

/** Sites by weeks: how much of what they can take is taken. This half-year, unless another time is asked for. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		const term = termOf(work.today);
		const firstDay = dayIn(url.searchParams.get("from")) ?? term.firstDay;
		const lastDay = dayIn(url.searchParams.get("to")) ?? term.lastDay;
		const state = tableState(url, { sort: ["name"], filters: { from: "text", to: "text" }, pageSize: 60 });
		const { search, offset, pageSize } = state;
		return { ...(await readCalendar(work, { firstDay, lastDay, search, offset, pageSize })), firstDay, lastDay, state };
	});
}

export default function CalendarPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const loadWords = loadText[language];
	const { weeks, rows, total, firstDay, lastDay, state } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(loadWords.calendarTitle)}</title>
			<PageHeader title={loadWords.calendarTitle} lead={loadWords.calendarLead} />
			<CapacityTabs coordinate />
			<Form method="get" className="list-tools">
				<div className="ds-field list-search">
					<label className="ds-label" htmlFor="calendar-q">
						{text.search}
					</label>
					<input
						className="ds-input"
						type="search"
						id="calendar-q"
						name="q"
						defaultValue={state.search}
						autoComplete="off"
					/>
				</div>
				<div className="ds-field">
					<label className="ds-label" htmlFor="calendar-from">
						{loadWords.fromDay}
					</label>
					<input className="ds-input" type="date" id="calendar-from" name="from" defaultValue={firstDay} />
				</div>
				<div className="ds-field">
					<label className="ds-label" htmlFor="calendar-to">
						{loadWords.toDay}
					</label>
					<input className="ds-input" type="date" id="calendar-to" name="to" defaultValue={lastDay} />
				</div>
				<div className="list-buttons">
					<button type="submit" className="ds-button" data-variant="secondary">
						{loadWords.show}
					</button>
				</div>
			</Form>
			{rows.length === 0 ? (
				<EmptyState
					title={loadWords.calendarEmpty}
					action={{ to: "/placement/capacity/sites", label: text.tabs.sites }}
				>
					{loadWords.calendarEmptyBody}
				</EmptyState>
			) : (
				<>
					<div className="list-summary">
						<Legend />
						<a className="ds-link list-excel" href={tableHref(state, {}, "/placement/capacity/calendar.xlsx")} download>
							{uiText[language].excel}
						</a>
					</div>
					<ScrollRegion label={loadWords.calendarTitle}>
						<table className="capacity-calendar">
							<caption className="visually-hidden">{loadWords.calendarTitle}</caption>
							<thead>
								<tr>
									<th scope="col">{text.columns.site}</th>
									{weeks.map((week) => (
										<th scope="col" key={week.firstDay} title={`${week.firstDay}–${week.lastDay}`}>
											<span className="visually-hidden">{loadWords.week(week.week)}</span>
											<span aria-hidden="true">{week.week}</span>
										</th>
									))}
								</tr>
							</thead>
							<tbody>
								{rows.map((row) => (
									<tr key={row.siteId}>
										<th scope="row">
											<a className="ds-link" href={`/placement/sites/${row.siteId}`}>
												{row.siteName}
											</a>
										</th>
										{row.cells.map((cell, index) => (
											<td key={weeks[index]?.firstDay ?? index} data-full={fullness(cell)}>
												<Cell cell={cell} language={language} />
											</td>
										))}
									</tr>
								))}
							</tbody>
						</table>
					</ScrollRegion>
					<Pagination state={state} total={total} />
				</>
			)}
		</div>
	);
}

/** Taken of published, and in words for those who hear it. Nothing where there is nothing to say. */
function Cell({ cell, language }: { readonly cell: CalendarCell; readonly language: Language }) {
	const loadWords = loadText[language];
	const taken = cell.load + cell.held;
	if (cell.cap === null && taken === 0) return <span className="visually-hidden">{loadWords.noPlaces}</span>;
	const cap = cell.cap === null ? loadWords.noPlaces : formatNumber(language, cell.cap);
	return (
		<>
			<span aria-hidden="true">{`${taken}/${cell.cap ?? 0}`}</span>
			<span className="visually-hidden">{loadWords.cell(taken, cap, cell.load)}</span>
		</>
	);
}

function Legend() {
	const { legend, legendTitle } = loadText[useLanguage()];
	const steps = ["free", "some", "full", "over"] as const;
	return (
		<ul className="capacity-legend" aria-label={legendTitle}>
			{steps.map((step) => (
				<li key={step}>
					<span data-full={step} aria-hidden="true" /> {legend[step]}
				</li>
			))}
		</ul>
	);
}

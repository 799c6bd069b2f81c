import { Link } from "react-router";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { tableHref, tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { yearsOfStudy } from "../../course/codes.ts";
import { listPeriodChoices } from "../../course/service.server.ts";
import { yearName } from "../../course/text.ts";
import { mayCoordinate, maySeeAdaptation, maySeeStudents } from "../../rules.ts";
import { studentWarnings } from "../codes.ts";
import type { StudentRow } from "../contract.ts";
import { listCourseLines } from "../courses.store.server.ts";
import { listStudents } from "../service.server.ts";
import { listInstitutionsOf, listRoundsOf } from "../store.server.ts";
import { rosterText } from "../text.ts";
import type { Route } from "./+types/students";
import { periodLabel } from "./period-label.ts";
import { studentQuery, studentTable } from "./student-table.ts";
import { studentsText } from "./students.text.ts";

/** The students the organisation acted for keeps. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading, url } = representing(context, request);
	const state = tableState(url, studentTable);
	return reading(async (work) => {
		const mandate = await mandateOf(work);
		if (!maySeeStudents(mandate)) missing();
		const periods = await listPeriodChoices(work);
		const { rows, total } = await listStudents(work, {
			...studentQuery(state),
			...{ offset: state.offset, pageSize: state.pageSize },
		});
		const courses = await listCourseLines(
			work,
			actor.organisationId,
			rows.map(({ id }) => id),
		);
		const institutions = await listInstitutionsOf(work, actor.organisationId);
		return {
			...{ state, rows, total, courses },
			rounds: (await listRoundsOf(work, actor.organisationId)).map(({ id, name }) => ({ value: id, label: name })),
			periods: periods.map((period) => ({ value: period.id, label: periodLabel(language, period) })),
			institutions: institutions.length > 1 ? institutions : [],
			can: { add: mayCoordinate(mandate), needs: maySeeAdaptation(mandate) },
		};
	});
}

export default function Students({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studentsText[language];
	const words = rosterText[language];
	const { rows, total, state, courses, periods, rounds, institutions, can } = loaderData;
	const { columns } = words;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				{...(can.add
					? {
							action: { to: "/placement/students/new", label: text.add },
							secondary: (
								<>
									<Link className="ds-button" data-variant="secondary" to="/import/students">
										{text.importMany}
									</Link>
									<Link className="ds-button" data-variant="tertiary" to="/placement/students/counted">
										{text.countedWay}
									</Link>
									{rows.length > 0 && (
										<Link
											className="ds-button"
											data-variant="tertiary"
											to={tableHref(state, {}, "/placement/students/invite")}
										>
											{text.inviteWay}
										</Link>
									)}
								</>
							),
						}
					: {})}
			/>
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/placement/students/${row.id}`}
				searchLabel={text.search}
				excel="/placement/students.xlsx"
				filters={[
					...(institutions.length > 0
						? [{ name: "institution", label: text.filters.institution, choices: institutions }]
						: []),
					{ name: "period", label: text.filters.period, choices: periods },
					...(rounds.length > 0 ? [{ name: "round", label: text.filters.round, choices: rounds }] : []),
					{
						name: "year",
						label: text.filters.year,
						choices: yearsOfStudy.map((year) => ({ value: String(year), label: yearName(language, year) })),
					},
					{
						name: "warning",
						label: text.filters.warning,
						choices: studentWarnings
							.filter((value) => value !== "need-waiting" || can.needs)
							.map((value) => ({ value, label: words.warnings[value] })),
					},
					{
						name: "status",
						label: text.filters.status,
						all: text.statuses.current,
						choices: [{ value: "left", label: text.statuses.left }],
					},
				]}
				columns={[
					{ key: "name", label: columns.name, cell: (row) => <Name row={row} />, sort: true },
					{ key: "institution", label: columns.institution, cell: (row) => row.institutionName, sort: true },
					{
						key: "year",
						label: columns.year,
						cell: (row) => (row.yearOfStudy === null ? "" : yearName(language, row.yearOfStudy)),
						sort: true,
					},
					{ key: "postcode", label: columns.postcode, cell: (row) => <Home row={row} />, sort: true },
					{
						key: "claims",
						label: columns.claims,
						cell: (row) => <Claims row={row} courses={courses[row.id] ?? ""} />,
						sort: true,
					},
					{ key: "wishes", label: text.wishState.title, cell: (row) => <Wishes row={row} /> },
				]}
				empty={
					<EmptyState
						title={text.emptyTitle}
						{...(can.add ? { action: { to: "/import/students", label: text.importMany } } : {})}
					>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}

function Name({ row }: { readonly row: StudentRow }) {
	const text = studentsText[useLanguage()];
	return (
		<>
			{row.name}
			{row.number !== null && <span className="quiet list-under">{row.number}</span>}
			{!row.named && <Status>{text.notNamed}</Status>}
		</>
	);
}

function Home({ row }: { readonly row: StudentRow }) {
	const { warnings } = rosterText[useLanguage()];
	if (row.postcode === null) return row.named ? <Status tone="warning">{warnings["no-postcode"]}</Status> : "";
	if (row.place !== null) return `${row.postcode} ${row.place}`.trim();
	return (
		<>
			{row.postcode} <Status tone="warning">{warnings["unknown-postcode"]}</Status>
		</>
	);
}

function Claims({ row, courses }: { readonly row: StudentRow; readonly courses: string }) {
	const text = studentsText[useLanguage()];
	if (row.claims === 0) return <Status tone="warning">{text.noClaims}</Status>;
	return (
		<>
			{courses}
			{row.claims > 1 && <span className="quiet list-under">{text.claimsCount(row.claims)}</span>}
		</>
	);
}

/** Whether wishes are stated for what the student needs; nothing where nothing is needed, or nobody is named yet. */
function Wishes({ row }: { readonly row: StudentRow }) {
	const { wishState } = studentsText[useLanguage()];
	if (row.claims === 0 || !row.named) return null;
	if (row.withoutWishes === 0) return <Status tone="success">{wishState.stated}</Status>;
	if (row.withoutWishes === row.claims) return <Status tone="warning">{wishState.missing}</Status>;
	return <Status tone="warning">{wishState.some(row.claims - row.withoutWishes, row.claims)}</Status>;
}

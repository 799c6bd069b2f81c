import { Link } from "react-router";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { professions } from "../../../organisation/codes.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { professionName } from "../../../organisation/text.ts";
import { listInstitutions } from "../../institutions.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { courseKeepers } from "../codes.ts";
import type { CourseRow } from "../contract.ts";
import { listCourses } from "../service.server.ts";
import { courseText, yearName } from "../text.ts";
import type { Route } from "./+types/courses";
import { courseQuery, courseTable } from "./course-table.ts";

/** Courses kept here, and those others have published. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, courseTable);
	return reading(async (work) => ({
		state,
		...(await listCourses(work, { ...courseQuery(state), offset: state.offset, pageSize: state.pageSize })),
		institutions: await listInstitutions(work),
		can: { add: mayCoordinate(await mandateOf(work)) },
	}));
}

export default function Courses({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = courseText[language];
	const { rows, total, state, institutions, can } = loaderData;
	const { columns } = text;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				{...(can.add ? { action: { to: "/placement/courses/new", label: text.add }, secondary: <ImportMany /> } : {})}
			/>
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/placement/courses/${row.id}`}
				searchLabel={text.search}
				excel="/placement/courses.xlsx"
				filters={[
					{
						name: "keeper",
						label: text.filters.keeper,
						choices: courseKeepers.map((value) => ({ value, label: text.keepers[value] })),
					},
					{
						name: "profession",
						label: columns.profession,
						choices: professions.map((value) => ({ value, label: professionName(language, value) })),
					},
					{ name: "institution", label: text.filters.institution, choices: institutions },
					{
						name: "status",
						label: text.filters.status,
						all: text.statuses.current,
						choices: [{ value: "archived", label: text.statuses.archived }],
					},
				]}
				columns={[
					{ key: "name", label: columns.name, cell: (row) => <Name row={row} />, sort: true },
					{ key: "institution", label: columns.institution, cell: (row) => row.institutionName, sort: true },
					{
						key: "profession",
						label: columns.profession,
						cell: (row) => professionName(language, row.profession),
						sort: true,
					},
					{ key: "year", label: columns.year, cell: (row) => yearName(language, row.yearOfStudy), sort: true },
					{
						key: "next",
						label: columns.next,
						cell: (row) =>
							row.nextDay === null ? (
								<span className="quiet">{text.noneComing}</span>
							) : (
								<time dateTime={row.nextDay}>{formatShortDate(language, row.nextDay)}</time>
							),
						sort: true,
					},
				]}
				empty={
					<EmptyState
						title={text.emptyTitle}
						{...(can.add ? { action: { to: "/placement/courses/new", label: text.add } } : {})}
					>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}

function ImportMany() {
	return (
		<Link className="ds-button" data-variant="secondary" to="/import/courses">
			{courseText[useLanguage()].importMany}
		</Link>
	);
}

function Name({ row }: { readonly row: CourseRow }) {
	const text = courseText[useLanguage()];
	return (
		<>
			{row.name}
			<span className="quiet list-under">{[row.code, row.campus].filter(Boolean).join(", ")}</span>
			{!row.published && <Status>{text.notPublished}</Status>}
		</>
	);
}

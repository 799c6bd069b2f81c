import { formatDate, formatNumber, formatShortDate, type Language } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Table } from "../../../ui/Table.tsx";
import { tableState } from "../../../ui/table-state.ts";
import { representing } from "../../../visit.server.ts";
import { roles } from "../codes.ts";
import { peopleStatuses, peopleWarnings, positions } from "../people/codes.ts";
import type { Membership } from "../people/contract.ts";
import { ownTitle } from "../people/own-title.server.ts";
import { peopleText } from "../people/text.ts";
import { mayAnywhere } from "../rules.ts";
import { listPeople, mandateOf, readTreeAlone } from "../service.server.ts";
import { organisationText, roleName } from "../text.ts";
import type { Route } from "./+types/people";
import { peoplePagesText } from "./people.text.ts";
import { peopleQuery, peopleTable } from "./people-table.ts";
import { standing } from "./Standing.tsx";

/** Everybody who holds a role at the organisation represented; those who see no people see themselves. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading, url } = representing(context, request);
	const state = tableState(url, peopleTable);
	const query = peopleQuery(state);
	return reading(async (work) => {
		const [mandate, { rows, total }, units] = await Promise.all([
			mandateOf(work),
			listPeople(work, { ...query, offset: state.offset, pageSize: state.pageSize }),
			readTreeAlone(work, actor.organisationId),
		]);
		return {
			...{ state, total, rows: rows.map(shownOf) },
			today: work.today,
			asOf: query.asOf ?? null,
			organisation: actor.organisationName ?? "",
			units: units.map(({ id, name, depth }) => ({ id, name, depth })),
			can: { add: mayAnywhere(mandate, "manage-people"), see: mayAnywhere(mandate, "see-people") },
		};
	});
}

/** What the list shows of a role. */
function shownOf(row: Membership) {
	const { id, name, role, unitName, position, share, validFrom, validTo, verifiedAt, warnings } = row;
	const title = ownTitle(role, row.title);
	return { id, name, role, title, unitName, position, share, validFrom, validTo, verifiedAt, warnings };
}
type Row = ReturnType<typeof shownOf>;

export default function People({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = peoplePagesText[language];
	const { can, rows, total, state, today } = loaderData;
	const { columns } = text;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={leadOf(loaderData, language)}
				{...(can.add ? { action: { to: "/people/new", label: text.add }, secondary: <MoreWays /> } : {})}
			/>
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/people/${row.id}`}
				searchLabel={text.search}
				filters={can.see ? filtersOf(loaderData.units, language) : []}
				excel="/people.xlsx"
				columns={[
					{ key: "name", label: columns.name, cell: (row) => row.name, sort: true },
					{ key: "role", label: columns.role, cell: (row) => roleOf(row, language), sort: true },
					{
						key: "unit",
						label: columns.unit,
						cell: (row) => row.unitName ?? organisationText[language].wholeOrganisation,
						sort: true,
					},
					{ key: "position", label: columns.position, cell: (row) => positionOf(row, language) },
					{ key: "from", label: columns.from, cell: (row) => day(row.validFrom, language), sort: true },
					{
						key: "to",
						label: columns.to,
						cell: (row) => (row.validTo === null ? "" : day(row.validTo, language)),
						sort: true,
					},
					{ key: "verified", label: columns.verified, cell: (row) => standing(row, today, language), sort: true },
				]}
				empty={
					<EmptyState title={text.emptyTitle} {...(can.add ? { action: { to: "/people/new", label: text.add } } : {})}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}

function leadOf({ can, asOf, organisation }: Route.ComponentProps["loaderData"], language: Language): string {
	const text = peoplePagesText[language];
	const lead = can.see ? text.lead(organisation) : text.leadOwn;
	return asOf === null ? lead : `${text.leadAsOf(formatDate(language, asOf))} ${lead}`;
}

function MoreWays() {
	const text = peoplePagesText[useLanguage()];
	return (
		<>
			<Link className="ds-button" data-variant="secondary" to="/import/people">
				{text.importMany}
			</Link>
			<Link className="ds-button" data-variant="tertiary" to="/people/invitations">
				{text.invitations}
			</Link>
		</>
	);
}

function filtersOf(
	units: readonly { readonly id: string; readonly name: string; readonly depth: number }[],
	language: Language,
) {
	const text = peoplePagesText[language];
	const words = peopleText[language];
	return [
		{
			name: "role",
			label: text.columns.role,
			choices: roles.map((role) => ({ value: role, label: roleName(language, role) })),
		},
		{
			name: "unit",
			label: text.columns.unit,
			choices: units.map((unit) => ({ value: unit.id, label: `${"\u2003".repeat(unit.depth)}${unit.name}` })),
		},
		{
			name: "position",
			label: text.lineOrStaff,
			choices: positions.map((position) => ({ value: position, label: words.positions[position] })),
		},
		{
			name: "status",
			label: text.period,
			all: words.statuses.current,
			choices: peopleStatuses
				.filter((status) => status !== "current")
				.map((status) => ({ value: status, label: words.statuses[status] })),
		},
		{
			name: "warning",
			label: text.warning,
			choices: peopleWarnings.map((warning) => ({ value: warning, label: words.warnings[warning] })),
		},
		{ name: "asOf", label: text.asOf },
	];
}

function roleOf({ role, title }: Row, language: Language) {
	return (
		<>
			{roleName(language, role)}
			{title !== null && <span className="quiet list-under">{title}</span>}
		</>
	);
}

function day(date: string, language: Language) {
	return <time dateTime={date}>{formatShortDate(language, date)}</time>;
}

function positionOf(row: Row, language: Language) {
	const share = row.share === null ? null : peoplePagesText[language].percent(formatNumber(language, row.share));
	return [peopleText[language].positions[row.position], share].filter(Boolean).join(",\u00a0");
}

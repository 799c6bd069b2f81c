import { Form } from "react-router";
import { formatDate, formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter, mayReadAll } from "../../rules.ts";
import { countInEducation, listAnswerable, listStudies } from "../../service.server.ts";
import { usedText } from "../../used/text.ts";
import { payers, studyStates } from "../codes.ts";
import { standing } from "../rules.ts";
import { studyText } from "../text.ts";
import type { Route } from "./+types/studies";
import { Secured, StudyStands } from "./StudyStands.tsx";
import { studiesText } from "./studies.text.ts";
import { narrowStudies, readCount, studyTable, whoTakes } from "./table.ts";

/** Who is in education, and how many were on a day, on two bases. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, studyTable);
	return reading(async (work) => {
		const asker = await mandateOf(work);
		if (!mayEnter(asker)) missing();
		const all = await listStudies(work);
		const asked = readCount(url, work.today);
		const rows = narrowStudies(language, all, state);
		const units = new Map(all.map(({ unitId, unitName }) => [unitId, unitName]));
		return {
			...{ state, asked, none: all.length === 0, total: rows.length },
			rows: rows.slice(state.offset, state.offset + state.pageSize).map((row) => ({
				...{ id: row.id, who: whoTakes(language, row), title: row.title, unitName: row.unitName, lastDay: row.lastDay },
				...{ state: row.state, leave: row.leave, substitute: row.substitute },
				since: standing(row.steps).at(-1)?.onDay ?? null,
				entry: nameOfEntry(language, { name: row.entryName, nameNn: row.entryNameNn, nameEn: row.entryNameEn }),
			})),
			counted: {
				all: countInEducation(all, asked.day),
				paid: countInEducation(all, asked.day, { payer: asked.payer }),
			},
			units: [...units].map(([value, label]) => ({ value, label })),
			can: { add: (await listAnswerable(work)).length > 0, readAll: mayReadAll(asker) },
		};
	});
}

export default function Studies({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [studiesText[language], studyText[language]];
	const { columns } = text;
	const { state, rows, total, none, asked, counted, units, can } = loaderData;
	const action = can.add ? { action: { to: "/competence/studies/new", label: text.add } } : {};
	const number = (value: number) => formatNumber(language, value);
	const said = (one: { readonly persons: number; readonly studies: number }) =>
		text.counted(number(one.persons), number(one.studies));
	const payerChoices = payers.map((one) => ({ value: one, label: words.payers[one] }));
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader
				title={words.title}
				lead={text.lead}
				{...action}
				secondary={
					<>
						{can.add && (
							<Link className="ds-button" data-variant="secondary" to="/import/competence-studies">
								{text.bring}
							</Link>
						)}
						{can.readAll && (
							<Link className="ds-button" data-variant="secondary" to="/competence/used">
								{usedText[language].title}
							</Link>
						)}
					</>
				}
			/>
			{!none && (
				<Section title={text.count}>
					<Form method="get" className="list-tools">
						{state.search !== "" && <input type="hidden" name="q" value={state.search} />}
						<Field name="day" kind="date" required="sometimes" label={text.day} value={asked.day} />
						<Field name="paid" kind="select" required label={text.payer} value={asked.payer} choices={payerChoices} />
						<div className="list-buttons">
							<button type="submit" className="ds-button" data-variant="secondary">
								{text.show}
							</button>
						</div>
					</Form>
					<Facts
						facts={[
							{ label: words.payers[asked.payer], value: said(counted.paid) },
							{ label: text.all, value: said(counted.all) },
						]}
					/>
					<p className="quiet">{text.countBase(formatDate(language, asked.day))}</p>
				</Section>
			)}
			<Table
				caption={words.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/competence/studies/${row.id}`}
				searchLabel={text.search}
				excel="/competence/studies.xlsx"
				filters={[
					{
						...{ name: "state", label: columns.state },
						choices: studyStates.map((one) => ({ value: one, label: words.states[one] })),
					},
					{ name: "unit", label: columns.unit, choices: units },
					{ name: "payer", label: columns.payer, choices: payerChoices },
				]}
				columns={[
					{ key: "who", label: columns.who, cell: (row) => row.who, sort: true },
					{
						...{ key: "title", label: columns.title, sort: true },
						cell: (row) => (
							<>
								{row.title}
								{row.entry !== row.title && <span className="quiet"> {row.entry}</span>}
							</>
						),
					},
					{ key: "unit", label: columns.unit, cell: (row) => row.unitName, sort: true },
					{
						...{ key: "state", label: columns.state, sort: true },
						cell: (row) => (
							<>
								<StudyStands state={row.state} />{" "}
								{row.since !== null && <span className="quiet">{formatShortDate(language, row.since)}</span>}
							</>
						),
					},
					{ key: "leave", label: columns.leave, cell: (row) => <Secured of="leave" how={row.leave} /> },
					{
						...{ key: "substitute", label: columns.substitute },
						cell: (row) => <Secured of="substitute" how={row.substitute} />,
					},
					{
						...{ key: "last-day", label: columns.lastDay, sort: true },
						cell: (row) => (row.lastDay === null ? "" : formatShortDate(language, row.lastDay)),
					},
				]}
				empty={
					<EmptyState title={text.emptyTitle} {...action}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}

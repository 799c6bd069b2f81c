import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { type Column, Table } from "../../../../ui/Table.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { listUsedToGive, readUsedResults } from "../../service.server.ts";
import { studyText } from "../../study/text.ts";
import { competenceText } from "../../text.ts";
import { type Uses, usesOf } from "../codes.ts";
import type { Shown } from "../rules.ts";
import { usedText } from "../text.ts";
import type { Route } from "./+types/used";

/** Whether what completed educations gave is used, as counts. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => ({
		...((await readUsedResults(work)) ?? missing()),
		toGive: (await listUsedToGive(work)).map(({ studyId, months, askedOn, title, number, name, unitName }) => ({
			...{ studyId, months, askedOn, title, number, name, unitName },
		})),
	}));
}

type Told = { readonly answered: number; readonly uses: Readonly<Record<Uses, Shown>> | null };

export default function Used({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = usedText[language];
	const { columns } = text;
	const { months, entries, hinders, toGive } = loaderData;
	const number = (value: number) => formatNumber(language, value);
	const shown = (value: Shown | undefined) =>
		value === null || value === undefined ? <span className="quiet">{text.hidden}</span> : number(value);
	const usesColumns: Column<Told>[] = usesOf.map((one) => ({
		...{ key: one, label: text.uses[one], numeric: true, cell: ({ uses }) => shown(uses?.[one]) },
	}));
	const isAsked = months.some(({ asked }) => asked > 0);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				trail={[
					{ to: "/competence", label: competenceText[language].title },
					{ to: "/competence/studies", label: studyText[language].title },
				]}
			/>
			{toGive.length > 0 && <ToGive list={toGive} />}
			{!isAsked ? (
				toGive.length === 0 && <EmptyState title={text.emptyTitle}>{text.emptyBody}</EmptyState>
			) : (
				<>
					<Section
						title={text.byMonths}
						lead={`${text.base} ${text.hiddenWhy}`}
						actions={
							<a className="ds-link list-excel" href="/competence/used.xlsx" download>
								{uiText[language].excel}
							</a>
						}
					>
						<Table
							caption={text.byMonths}
							hideCaption
							rows={months.filter(({ asked }) => asked > 0)}
							rowKey={({ key }) => String(key)}
							columns={[
								{ key: "when", label: columns.when, cell: ({ key }) => text.months(number(key)) },
								{
									...{ key: "answered", label: columns.answered, numeric: true },
									cell: ({ answered, asked }) => text.rate(number(answered), number(asked)),
								},
								...usesColumns,
							]}
						/>
						{months.every(({ uses }) => uses === null) && <p className="quiet">{text.nothing}</p>}
					</Section>
					<Section title={text.byEntry}>
						{entries.length === 0 ? (
							<p className="quiet">{text.nothing}</p>
						) : (
							<Table
								caption={text.byEntry}
								hideCaption
								rows={entries}
								rowKey={({ key }) => key}
								columns={[
									{ key: "entry", label: columns.entry, cell: (row) => nameOfEntry(language, row) },
									{ key: "answered", label: columns.answered, numeric: true, cell: (row) => number(row.answered) },
									...usesColumns,
								]}
							/>
						)}
					</Section>
					{hinders.length > 0 && (
						<Section title={text.byHinder}>
							<Table
								caption={text.byHinder}
								hideCaption
								rows={hinders}
								rowKey={({ hinder }) => hinder}
								columns={[
									{ key: "hinder", label: text.fields.hinder, cell: ({ hinder }) => text.hinders[hinder] },
									{ key: "answers", label: columns.answers, numeric: true, cell: ({ answers }) => number(answers) },
								]}
							/>
						</Section>
					)}
				</>
			)}
		</div>
	);
}

/** Those who can be asked by a link that is handed over. */
function ToGive({ list }: { readonly list: Route.ComponentProps["loaderData"]["toGive"] }) {
	const language = useLanguage();
	const text = usedText[language];
	const { giveColumns: columns } = text;
	return (
		<Section title={text.toGive} lead={text.toGiveLead}>
			<Table
				caption={text.toGive}
				hideCaption
				rows={list}
				rowKey={({ studyId, months }) => `${studyId} ${months}`}
				columns={[
					{
						...{ key: "study", label: columns.study },
						cell: (row) => (row.name === null ? text.mail.place(row.title, row.number) : row.title),
					},
					{ key: "who", label: columns.who, cell: (row) => row.name ?? text.leaderOf(row.unitName) },
					{ key: "unit", label: columns.unit, cell: (row) => row.unitName },
					{ key: "when", label: columns.when, cell: (row) => text.months(formatNumber(language, row.months)) },
					{
						...{ key: "asked", label: columns.asked },
						cell: (row) => (row.askedOn === null ? text.notAsked : formatShortDate(language, row.askedOn)),
					},
					{
						...{ key: "give", label: columns.give },
						cell: (row) => (
							<Link
								className="ds-link"
								to={`/competence/used/${row.studyId}/${row.months}/link`}
								aria-label={text.giveTo(row.name ?? text.leaderOf(row.unitName))}
							>
								{text.give}
							</Link>
						),
					},
				]}
			/>
		</Section>
	);
}

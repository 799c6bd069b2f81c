import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { type Column, Table } from "../../../../ui/Table.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { readUsedResults } from "../../service.server.ts";
import { studyText } from "../../study/text.ts";
import { competenceText } from "../../text.ts";
import { type Uses, usesOf } from "../codes.ts";
import type { Shown } from "../rules.ts";
import { usedText } from "../text.ts";
import type { Route } from "./+types/used";

/** Whether what completed educations gave is used, as counts. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return (await reading(readUsedResults)) ?? missing();
}

type Told = { readonly answered: number; readonly uses: Readonly<Record<Uses, Shown>> | null };

export default function Used({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = usedText[language];
	const { columns } = text;
	const { months, entries, hinders } = loaderData;
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
			{!isAsked ? (
				<EmptyState title={text.emptyTitle}>{text.emptyBody}</EmptyState>
			) : (
				<>
					<Section
						title={text.byMonths}
						lead={text.base}
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

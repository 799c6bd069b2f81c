import type { ReactNode } from "react";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import type { TableState } from "../../../../ui/table-state.ts";
import { endingText } from "../../ending/text.ts";
import { projectText } from "../../project/text.ts";
import { practiceText } from "../text.ts";
import { cardsText } from "./cards.text.ts";
import type { ShownCard } from "./table.ts";

type CardListProps = {
	readonly rows: readonly ShownCard[];
	readonly total: number;
	readonly state: TableState;
	/** The address of a card, without its id. */
	readonly under: string;
	/** For those who have an account: whose cards, whom they are shown to, and Excel. */
	readonly own: boolean;
	readonly empty: ReactNode;
};

/** A list of practice cards. */
export function CardList({ rows, total, state, under, own, empty }: CardListProps) {
	const language = useLanguage();
	const [text, words] = [cardsText[language], practiceText[language]];
	const { columns } = text;
	const number = (value: number) => formatNumber(language, value);
	return (
		<Table
			caption={words.title}
			hideCaption
			rows={rows}
			total={total}
			state={state}
			rowKey={({ id }) => id}
			rowHref={({ id }) => `${under}/${id}`}
			searchLabel={text.search}
			{...(own ? { excel: "/development/practice.xlsx" } : {})}
			filters={[
				{
					...{ name: "state", label: columns.state },
					choices: [
						{ value: "running", label: words.underWay },
						{ value: "ended", label: projectText[language].states.ended },
					],
				},
				{
					...{ name: "holds", label: text.holds },
					choices: [
						{ value: "yes", label: text.holding },
						{ value: "no", label: words.stale },
					],
				},
				...(own
					? [
							{
								...{ name: "whose", label: text.whose },
								choices: [
									{ value: "own", label: text.own },
									{ value: "others", label: text.others },
								],
							},
						]
					: []),
			]}
			columns={[
				{
					...{ key: "title", label: columns.title, sort: true },
					cell: (row) => row.title,
				},
				{
					...{ key: "organisation", label: columns.organisation, sort: true },
					cell: (row) => (
						<>
							{row.organisationName} <span className="quiet">{row.setting}</span>
						</>
					),
				},
				{
					...{ key: "state", label: columns.state },
					cell: (row) =>
						row.outcome === null ? (
							<Status tone="info">{words.underWay}</Status>
						) : (
							endingText[language].outcomes[row.outcome]
						),
				},
				{
					...{ key: "measured", label: columns.measured, numeric: true },
					cell: (row) => (row.goals === 0 ? "" : text.measuredOf(number(row.better), number(row.goals))),
				},
				{ key: "adoptions", label: columns.adoptions, numeric: true, cell: (row) => number(row.adoptions) },
				{
					...{ key: "in-use", label: columns.inUse, numeric: true },
					cell: (row) => (row.answered === 0 ? "" : text.inUseOf(number(row.inUse), number(row.answered))),
				},
				{
					...{ key: "validated", label: columns.validated, sort: true },
					cell: (row) => (
						<>
							{formatShortDate(language, row.validatedOn)}{" "}
							{row.isStale && <Status tone="warning">{words.stale}</Status>}
						</>
					),
				},
				...(own
					? [
							{
								...{ key: "visibility", label: columns.visibility },
								cell: (row: ShownCard) => words.visibilities[row.visibility],
							},
						]
					: []),
			]}
			empty={empty}
		/>
	);
}

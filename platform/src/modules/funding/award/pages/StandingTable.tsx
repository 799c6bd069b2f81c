import { useLanguage } from "../../../../ui/language.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { kronerOf } from "../../amounts.ts";
import type { Standing } from "../ledger.ts";
import { ledgerText } from "./ledger.text.ts";

export type StandingRow = Standing & { readonly key: string; readonly label: string };

const columns = ["granted", "spent", "carried", "returned", "lost", "left"] as const;

/** How the money stands, a row for each line or year: what is granted, and what became of it. */
export function StandingTable({
	caption,
	first,
	rows,
}: {
	readonly caption: string;
	readonly first: string;
	readonly rows: readonly StandingRow[];
}) {
	const language = useLanguage();
	const { accounts } = ledgerText[language];
	return (
		<Table
			caption={caption}
			hideCaption
			rows={rows}
			rowKey={({ key }) => key}
			columns={[
				{ key: "label", label: first, cell: ({ label }) => label },
				...columns.map((key) => ({
					...{ key, label: accounts[key], numeric: true },
					cell: (row: StandingRow) => kronerOf(language, row[key]),
				})),
				{
					...{ key: "own", label: accounts["own-spent"], numeric: true },
					cell: ({ ownSpent }) => kronerOf(language, ownSpent),
				},
			]}
		/>
	);
}

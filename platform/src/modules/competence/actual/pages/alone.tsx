import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf, readVocabulary } from "../../../organisation/service.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter } from "../../rules.ts";
import { listAlone } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { aloneText } from "../alone.text.ts";
import type { Route } from "./+types/alone";
import { leavingInWords, leavingOf, narrowAlone } from "./alone-rows.ts";
import { aloneTable } from "./table.ts";

/** Competences that rest on one person, over all units, with when that person may leave. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, aloneTable);
	return reading(async (work) => {
		if (!mayEnter(await mandateOf(work))) missing();
		const all = await listAlone(work);
		const rows = narrowAlone(language, all, state);
		const present = new Set(all.map(({ unit }) => unit.sector));
		return {
			...{ state, total: rows.length, all: all.length, soon: all.filter((one) => leavingOf(one) === "soon").length },
			rows: rows.slice(state.offset, state.offset + state.pageSize).map((one) => ({
				...{ id: one.fact.id, unitId: one.unit.id, unitName: one.unit.name, entry: nameOfEntry(language, one.fact) },
				...{ positions: one.fact.positions, asOf: one.fact.asOf, said: one.fact.hasDeputy === false },
				...{ leaving: leavingOf(one), when: leavingInWords(language, one.leaves), onTheWay: one.onTheWay },
			})),
			sectors: (await readVocabulary(work)).sectors
				.filter(({ code }) => present.has(code))
				.map(({ code, name }) => ({ value: code, label: name[language] })),
		};
	});
}

const tones = { soon: "danger", later: "neutral", untold: "warning" } as const;

export default function AlonePage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = aloneText[language];
	const { columns } = text;
	const { state, rows, total, all, soon, sectors } = loaderData;
	const number = (value: number) => formatNumber(language, value);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				trail={[{ to: "/competence", label: competenceText[language].title }]}
			/>
			{all > 0 && (
				<p>
					<strong>{text.count(number(all), number(soon))}</strong>
				</p>
			)}
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/competence/units/${row.unitId}`}
				searchLabel={text.search}
				excel="/competence/alone.xlsx"
				filters={[
					{
						...{ name: "leaving", label: text.filter },
						choices: aloneTable.filters.leaving.map((one) => ({ value: one, label: text.leavings[one] })),
					},
					{ name: "sector", label: text.sector, choices: sectors },
				]}
				columns={[
					{ key: "entry", label: columns.entry, cell: (row) => row.entry, sort: true },
					{ key: "unit", label: columns.unit, cell: (row) => row.unitName, sort: true },
					{ key: "positions", label: columns.positions, cell: (row) => number(row.positions), numeric: true },
					{
						...{ key: "leaving", label: columns.leaving, sort: true },
						cell: (row) => <Status tone={tones[row.leaving]}>{row.when}</Status>,
					},
					{ key: "deputy", label: columns.deputy, cell: (row) => (row.said ? text.no : text.notSaid) },
					{
						...{ key: "way", label: columns.onTheWay, numeric: true },
						cell: (row) => (row.onTheWay === 0 ? "" : number(row.onTheWay)),
					},
					{ key: "asOf", label: columns.asOf, cell: (row) => formatShortDate(language, row.asOf) },
				]}
				empty={<EmptyState title={text.emptyTitle}>{text.emptyBody}</EmptyState>}
			/>
		</div>
	);
}

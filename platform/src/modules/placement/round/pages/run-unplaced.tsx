import { formatNumber } from "../../../../language.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { wordFor } from "../../../organisation/text.ts";
import { ruleText } from "../../allocate/text.ts";
import { nameClaims } from "../run.store.server.ts";
import { namesOf, openStanding } from "../run-view.server.ts";
import type { Route } from "./+types/run-unplaced";
import { byHandText } from "./by-hand.text.ts";
import { runPagesText } from "./run.text.ts";

const unplacedTable = { sort: ["student"], filters: {} } as const;

/** Everyone without a place, each with why: the rules that closed places, or the shortage they are part of. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, unplacedTable);
	const { ask, edits } = (await openStanding(reading, params.runId)) ?? missing();
	const { total, rows } = await ask("unplacedPage", { edits, offset: state.offset, pageSize: state.pageSize });
	return reading(async (work) => {
		const named = await nameClaims(
			work,
			rows.map(({ claim }) => claim),
		);
		const names = new Map(named.map(({ id, name }) => [id, name]));
		const institutions = await namesOf(
			work,
			rows.map(({ institutionId }) => institutionId),
		);
		return {
			...{ roundId: params.roundId, runId: params.runId, state, total },
			unplaced: rows.map(({ institutionId, ...row }) => ({
				...row,
				...{ student: names.get(row.claim) ?? null, institution: institutions[institutionId] ?? "" },
			})),
		};
	});
}

type Unplaced = Route.ComponentProps["loaderData"]["unplaced"][number];

export default function RunUnplaced({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const { planColumns: columns, ...text } = runPagesText[language];
	const { unplaced, state, total, roundId, runId } = loaderData;
	return (
		<Section
			title={text.unplaced}
			lead={text.unplacedLead}
			actions={
				unplaced.length > 0 && (
					<a className="ds-link" href={`/placement/rounds/${roundId}/runs/${runId}/plan.xlsx?got=none`}>
						{text.unplacedExcel}
					</a>
				)
			}
		>
			<Table
				caption={text.unplaced}
				hideCaption
				rows={unplaced}
				state={state}
				total={total}
				rowKey={(row) => row.claim}
				rowHref={(row) => `/placement/rounds/${roundId}/runs/${runId}/claims/${row.claim}`}
				columns={[
					{
						key: "student",
						label: columns.student,
						cell: (row) => row.student ?? `${text.another}, ${row.institution}`,
					},
					{ key: "course", label: columns.course, cell: (row) => row.course },
					{ key: "reason", label: text.reason, cell: (row) => <Reason row={row} /> },
				]}
				empty={<EmptyState title={text.unplacedEmpty}>{text.unplacedEmptyBody}</EmptyState>}
			/>
		</Section>
	);
}

function Reason({ row }: { readonly row: Unplaced }) {
	const language = useLanguage();
	const text = runPagesText[language];
	const number = (value: number) => formatNumber(language, value);
	return (
		<>
			{row.shortage && <p>{text.shortage(number(row.shortage.claims), number(row.shortage.places))}</p>}
			{!row.shortage && row.open > 0 && <p>{text.openTo(number(row.open))}</p>}
			{row.byHand && <p>{byHandText[language].taken}</p>}
			{row.open === 0 && !row.byHand && (
				<>
					<p>{text.noneOpen}</p>
					<ul className="ds-list">
						{row.removed.map(({ rule, offers }) => (
							<li key={rule}>{text.removed(number(offers), wordFor(ruleText[language], rule))}</li>
						))}
					</ul>
				</>
			)}
		</>
	);
}

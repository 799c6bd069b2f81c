import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import type { Route } from "./+types/run-unplaced";
import { Making, useLooks } from "./Making.tsx";
import { runPagesText } from "./run.text.ts";
import { unplacedText } from "./unplaced.text.ts";
import { readUnplaced, tried } from "./unplaced-rows.server.ts";
import { reasonOf, remedyOf } from "./unplaced-words.ts";
import { waitText } from "./wait.text.ts";
import { whatIfText } from "./what-if.text.ts";

const unplacedTable = { sort: ["student"], filters: {} } as const;

/** Everyone without a place, each with why and what it would take. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, unplacedTable);
	const whole = url.searchParams.get("takes") !== null;
	const found = await readUnplaced(reading, params.runId, state, { most: tried.page, whole, inTime: true });
	return { roundId: params.roundId, runId: params.runId, state, ...found };
}

export default function RunUnplaced({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const { planColumns: columns, unplaced, another } = runPagesText[language];
	const text = unplacedText[language];
	const { rows, state, total, roundId, runId, moved, waits, making } = loaderData;
	useLooks(making);
	const base = `/placement/rounds/${roundId}/runs/${runId}`;
	return (
		<Section
			title={unplaced}
			lead={text.lead}
			actions={
				rows.length > 0 && (
					<>
						<Link className="ds-link" to={`/placement/rounds/${roundId}/runs/what-if`}>
							{whatIfText[language].more}
						</Link>
						<a className="ds-link" href={`${base}/unplaced.xlsx`}>
							{text.excel}
						</a>
					</>
				)
			}
		>
			{waits && rows.length > 0 && (
				<p>
					<Link className="ds-link" to="?takes">
						{text.seeTakes}
					</Link>
				</p>
			)}
			{making && <Making label={waitText[language].takes} />}
			{moved && rows.length > 0 && <p className="quiet">{text.asRun}</p>}
			<Table
				caption={unplaced}
				hideCaption
				rows={rows}
				state={state}
				total={total}
				rowKey={(row) => row.claim}
				rowHref={(row) => `${base}/claims/${row.claim}`}
				columns={[
					{ key: "student", label: columns.student, cell: (row) => row.student ?? `${another}, ${row.institution}` },
					{ key: "course", label: columns.course, cell: (row) => row.course },
					{
						key: "reason",
						label: text.reason,
						cell: (row) => {
							const { lines, rules } = reasonOf(row, language);
							return (
								<>
									<Lines lines={lines} />
									{rules.length > 0 && (
										<ul className="ds-list">
											{rules.map((line) => (
												<li key={line}>{line}</li>
											))}
										</ul>
									)}
								</>
							);
						},
					},
					...(waits || making
						? []
						: [
								{
									key: "takes",
									label: text.whatItTakes,
									cell: (row: (typeof rows)[number]) => <Lines lines={remedyOf(row, language)} />,
								},
							]),
				]}
				empty={<EmptyState title={text.empty}>{text.emptyBody}</EmptyState>}
			/>
		</Section>
	);
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
	return lines.map((line) => <p key={line}>{line}</p>);
}

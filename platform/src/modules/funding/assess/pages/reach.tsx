import { data } from "react-router";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { kronerOf } from "../../amounts.ts";
import { readReach, recommend } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { sizes } from "../codes.ts";
import { type Reach, reachBy, sizeOf } from "../rules.ts";
import { assessText } from "../text.ts";
import type { Route } from "./+types/reach";

const centralities = ["1", "2", "3", "4", "5", "6", "unknown"] as const;
const silentTable = { sort: ["name"] } as const;

/** Whom a call reaches: who applies by size and centrality, who never has, and who can be encouraged to. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, silentTable);
	return reading(async (work) => {
		const { call, content, standing, reached } = (await readReach(work, params.callId)).done ?? missing();
		const silent = reached.filter(({ applied }) => !applied);
		return {
			...{ id: call.id, title: content.title, isOpen: standing === "open" || standing === "coming" },
			bySize: reachBy(reached, sizes, ({ population }) => sizeOf(population)),
			byCentrality: reachBy(
				reached,
				centralities,
				({ centrality }) => centralities.find((one) => one === String(centrality)) ?? "unknown",
			),
			...{ state, total: silent.length },
			silent: silent
				.slice(state.offset, state.offset + state.pageSize)
				.map(({ id, name, population, centrality, never, encouragedAt }) => ({
					...{ id, name, population, centrality, never, encouragedAt },
				})),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { callId } = params;
	const form = await request.formData();
	const outcome = await commanding((work) => recommend(work, callId, String(form.get("to") ?? ""), ""));
	if (outcome.refused) return data({ refusals: outcome.refused }, 422);
	return redirectWithToast(`/funding/calls/${callId}/reach#silent`, assessText[language].encouragedNow);
}

export default function ReachPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = assessText[language];
	const { id, title, bySize, byCentrality } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.reach)}</title>
			<PageHeader
				title={text.reach}
				lead={text.reachLead}
				trail={[
					{ to: "/funding/own", label: fundingText[language].own },
					{ to: `/funding/calls/${id}`, label: title },
					{ to: `/funding/calls/${id}/applications`, label: text.title },
				]}
			/>
			<ReachTable caption={text.bySize} rows={bySize.map((one) => ({ ...one, label: text.sizes[one.key] }))} />
			{byCentrality.some(({ key }) => key !== "unknown") && (
				<ReachTable
					caption={text.byCentrality}
					rows={byCentrality.map((one) => ({
						...one,
						label: one.key === "unknown" ? text.sizes.unknown : text.centralityOf(one.key),
					}))}
				/>
			)}
			<SilentOnes loaderData={loaderData} />
		</div>
	);
}

type ReachTableProps = { readonly caption: string; readonly rows: readonly (Reach & { readonly label: string })[] };

/** How many of each group apply, and how much of what is applied for and granted is theirs. */
function ReachTable({ caption, rows }: ReachTableProps) {
	const language = useLanguage();
	const text = assessText[language];
	const number = (key: "municipalities" | "applied" | "never", label: string) => ({
		...{ key, label, numeric: true },
		cell: (row: Reach) => formatNumber(language, row[key]),
	});
	return (
		<Table
			caption={caption}
			rows={rows}
			rowKey={({ key }) => key}
			columns={[
				{ key: "group", label: text.group, cell: ({ label }) => label },
				number("municipalities", text.municipalities),
				number("applied", text.haveApplied),
				number("never", text.neverApplied),
				{
					...{ key: "kroner", label: text.columns.applied, numeric: true },
					cell: ({ kroner }) => kronerOf(language, kroner),
				},
				{
					...{ key: "granted", label: text.grantedOrProposed, numeric: true },
					cell: ({ granted }) => kronerOf(language, granted),
				},
			]}
		/>
	);
}

type Loaded = Route.ComponentProps["loaderData"];

/** Who has not applied; while the call is open they can be encouraged to. */
function SilentOnes({ loaderData: { silent, total, state, isOpen } }: { readonly loaderData: Loaded }) {
	const language = useLanguage();
	const text = assessText[language];
	const number = (key: "population" | "centrality") => ({
		...{ key, label: text.columns[key], numeric: true },
		cell: (one: Loaded["silent"][number]) => (one[key] === null ? <NoValue /> : formatNumber(language, one[key])),
	});
	return (
		<Section title={text.silent} lead={total === 0 ? text.silentNone : text.silentLead} id="silent">
			{total > 0 && (
				<Table
					caption={text.silent}
					hideCaption
					rows={silent}
					total={total}
					state={state}
					rowKey={(one) => one.id}
					columns={[
						{
							key: "name",
							label: text.columns.applicant,
							cell: ({ name, never }) => (never ? `${name}, ${text.never.toLowerCase()}` : name),
						},
						number("population"),
						number("centrality"),
						...(isOpen || silent.some(({ encouragedAt }) => encouragedAt !== null)
							? [
									{
										key: "deed",
										label: text.encourage,
										cell: ({ id, name, encouragedAt }: Loaded["silent"][number]) =>
											encouragedAt !== null
												? text.encouraged(formatShortDate(language, encouragedAt))
												: isOpen && (
														<TaskForm className="">
															<button
																type="submit"
																className="ds-button"
																data-variant="secondary"
																data-size="sm"
																name="to"
																value={id}
															>
																{text.encourage}
																<span className="visually-hidden">: {name}</span>
															</button>
														</TaskForm>
													),
									},
								]
							: []),
					]}
				/>
			)}
		</Section>
	);
}

import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate, type Language } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { kronerOf } from "../../amounts.ts";
import { ask, decide, listAwardAsks, mayDecide, openAward, readLedgerPage } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { type AskKind, askKinds } from "../codes.ts";
import { askFacts, decisionFacts } from "../contract.ts";
import { netOf, placesOf } from "../ledger.ts";
import type { Route } from "./+types/asks";
import { askText } from "./ask.text.ts";
import { ledgerText } from "./ledger.text.ts";

/** What is asked of who gives the award: to carry money over or change its purpose; and the answers. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openAward(work, params.awardId)).done ?? missing();
		const { award, lines, can } = opened;
		if (!can.keep && !can.give) missing();
		const { balances } = await readLedgerPage(work, opened);
		const titles = new Map(lines.map(({ id, title }) => [id, title]));
		return {
			...{ id: award.id, keep: can.keep, give: can.give, mayDecide: mayDecide(opened), today: work.today },
			...{ free: award.carries === "free" ? award.carryOver : null, year: Number(work.today.slice(0, 4)) + 1 },
			asks: (await listAwardAsks(work, award.id)).map((one) => ({
				...one,
				...{ line: titles.get(one.lineId) ?? "", toLine: titles.get(one.toLineId) ?? "" },
			})),
			lines: lines.map(({ id, title, budgetYear }) => ({ value: id, label: `${title}, ${budgetYear}` })),
			places: can.keep
				? placesOf(balances).flatMap(({ lineId, budgetYear }) => {
						const left = netOf(balances, "left", { lineId, budgetYear });
						const value = `${lineId} ${budgetYear}`;
						return left > 0 ? [{ value, line: titles.get(lineId) ?? "", year: budgetYear, left }] : [];
					})
				: [],
		};
	});
}

const deciding = decisionFacts.extend({ askId: z.uuid() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { awardId } = params;
	const here = `/funding/awards/${awardId}/asks`;
	const text = askText[language];
	const form = await request.formData();
	if (form.has("askId")) {
		const about = String(form.get("askId"));
		const parsed = parseForm(deciding, form);
		if (parsed.refusals) return data({ ...parsed, about }, 422);
		const outcome = await commanding((work) => decide(work, awardId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, about }, 422);
		return redirectWithToast(here, text.decided);
	}
	const parsed = parseForm(askFacts, form);
	if (parsed.refusals) return data({ ...parsed, about: "" }, 422);
	const outcome = await commanding((work) => ask(work, awardId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, about: "" }, 422);
	return redirectWithToast(here, outcome.done.isEntered ? text.entered : text.asked);
}

type Asked = Route.ComponentProps["loaderData"]["asks"][number];

/** What is asked, in a sentence. */
function saidOf(language: Language, one: Asked): string {
	const text = askText[language];
	const kroner = kronerOf(language, one.kroner);
	return one.kind === "carry"
		? text.carryOf(kroner, one.line, String(one.fromYear), String(one.toYear))
		: text.purposeOf(kroner, String(one.fromYear), one.line, one.toLine);
}

export default function Asks({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = askText[language];
	const { keep, asks, places, free } = loaderData;
	const say = saying(language, fundingText[language].refusals);
	return (
		<>
			<p className="ds-paragraph">{text.lead}</p>
			<Section title={text.title}>
				{asks.length === 0 ? (
					<p className="ds-paragraph quiet">{text.none}</p>
				) : (
					<Table
						caption={text.title}
						hideCaption
						rows={asks}
						rowKey={({ id }) => id}
						columns={[
							{ key: "what", label: text.what, cell: (one) => saidOf(language, one) },
							{ key: "why", label: text.why, cell: ({ reason }) => reason },
							{
								key: "asked",
								label: text.asked.split(".")[0] ?? "",
								cell: ({ askedAt, askedBy }) => text.askedBy(formatShortDate(language, askedAt), askedBy),
							},
							{ key: "answer", label: text.answer, cell: (one) => <Answer one={one} /> },
						]}
					/>
				)}
			</Section>
			{loaderData.mayDecide &&
				asks
					.filter(({ decision }) => decision === null)
					.map((one) => (
						<Section
							key={one.id}
							id={one.id}
							title={loaderData.give ? text.giverTitle(saidOf(language, one)) : text.letterTitle(saidOf(language, one))}
							lead={one.reason}
						>
							<TaskForm
								refused={actionData?.about === one.id ? actionData : undefined}
								labels={text.fields}
								values={{ decidedOn: loaderData.today }}
								say={say}
								prefix={`${one.id}-`}
							>
								<input type="hidden" name="askId" value={one.id} />
								<Field
									name="decision"
									kind="radio"
									required
									choices={(["granted", "refused"] as const).map((value) => ({ value, label: text.decisions[value] }))}
								/>
								<Field name="answer" kind="textarea" rows={2} maxLength={2000} />
								<Field name="reference" maxLength={100} required={!loaderData.give} autoComplete="off" />
								<Field name="decidedOn" kind="date" required max={loaderData.today} />
								<div className="task-buttons">
									<SubmitButton>{text.decide}</SubmitButton>
								</div>
							</TaskForm>
						</Section>
					))}
			{keep && places.length > 0 && (
				<Section title={text.askTitle}>
					{free !== null && <Alert tone="info">{text.free(free)}</Alert>}
					<TaskForm
						refused={actionData?.about === "" ? actionData : undefined}
						labels={text.fields}
						values={{ kind: "carry", toYear: String(loaderData.year), place: places[0]?.value ?? "" }}
						say={say}
					>
						<Field
							name="kind"
							kind="radio"
							required
							choices={askKinds.map((value: AskKind) => ({ value, label: text.kinds[value] }))}
						/>
						<Field
							name="place"
							kind="select"
							required
							choices={places.map(({ value, line, year, left }) => ({
								value,
								label: ledgerText[language].leftOn(line, String(year), kronerOf(language, left)),
							}))}
						/>
						<Field name="toYear" maxLength={4} required="sometimes" autoComplete="off" />
						{loaderData.lines.length > 1 && (
							<Field name="toLineId" kind="select" required="sometimes" choices={loaderData.lines} />
						)}
						<Field name="kroner" kind="number" whole unit="kr" required />
						<Field name="reason" kind="textarea" rows={2} maxLength={2000} required />
						<div className="task-buttons">
							<SubmitButton>{text.ask}</SubmitButton>
						</div>
					</TaskForm>
				</Section>
			)}
		</>
	);
}

function Answer({ one }: { readonly one: Asked }) {
	const language = useLanguage();
	const text = askText[language];
	if (one.decision === null) return <Status tone="warning">{text.waiting}</Status>;
	const source = [one.decidedOn === null ? "" : formatShortDate(language, one.decidedOn), one.reference];
	return (
		<>
			<Status tone={one.decision === "granted" ? "success" : "danger"}>{text.decisions[one.decision]}</Status>{" "}
			<span className="quiet">{[...source, one.answer].filter(Boolean).join(", ")}</span>
		</>
	);
}

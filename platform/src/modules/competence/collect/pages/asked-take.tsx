import { data } from "react-router";
import { z } from "zod";
import { dayOf } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate, type Language } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import type { ActualRow } from "../../actual/contract.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { compareAsked, takeIn } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { askedText } from "../answer.text.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/asked-take";

/** What a unit answered beside what is held: to be looked at, and taken in. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { asked, collection, entries, said, difference } = (await compareAsked(work, params.askedId)) ?? missing();
		const text = askedText[language];
		const nameOf = (id: string) => {
			const entry = entries.find((one) => one.id === id);
			return entry ? nameOfEntry(language, entry) : "";
		};
		const needed = (need: { readonly positions: number | null; readonly users: number | null } | null) =>
			need === null
				? ""
				: need.users === null
					? text.positions(formatNumber(language, need.positions ?? 0))
					: text.users(formatNumber(language, need.users));
		return {
			...{ unitName: asked.unitName, version: asked.version, note: said.note, changes: difference.changes },
			...{ collection: { id: collection.id, name: collection.name }, taken: asked.takenAt && dayOf(asked.takenAt) },
			answered: { on: asked.answeredAt ? dayOf(asked.answeredAt) : work.today, by: asked.answeredBy ?? "" },
			rows: [
				...difference.has.map(({ change, from, to }, index) => ({
					...{ key: `has ${index}`, kind: "has" as const, change, entry: nameOf(to?.entryId ?? from?.entryId ?? "") },
					...{ before: numbersOf(language, from), now: numbersOf(language, to), reason: "" },
				})),
				...difference.needs.map(({ change, from, to }, index) => ({
					...{ key: `needs ${index}`, kind: "needs" as const, change },
					entry: nameOf(to?.entryId ?? from?.entryId ?? ""),
					...{ before: needed(from), now: needed(to), reason: to?.reason ?? "" },
				})),
			],
		};
	});
}

function numbersOf(language: Language, row: ActualRow | null): string {
	if (row === null) return "";
	const text = askedText[language];
	const number = (value: number) => formatNumber(language, value);
	const ages = [row.aged55, row.aged60, row.aged65];
	return [
		text.heads(number(row.heads), number(row.positions)),
		ages.some((one) => one !== null)
			? text.ages(ages.map((one) => (one === null ? "?" : number(one))).join(" / "))
			: "",
		row.turnover === null ? "" : text.turnover(number(row.turnover)),
		row.hasDeputy === null ? "" : text.deputies[row.hasDeputy ? "yes" : "no"],
	]
		.filter(Boolean)
		.join(", ");
}

const form = z.object({ version: z.int().min(1) });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const parsed = parseForm(form, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const { asked, collection } = (await reading((work) => compareAsked(work, params.askedId))) ?? missing();
	const outcome = await commanding((work) => takeIn(work, params.askedId, parsed.values.version));
	if (outcome.refused)
		return data({ refusals: outcome.refused.map(({ field: _field, ...one }) => one), given: parsed.given }, 422);
	return redirectWithToast(`/competence/collections/${collection.id}`, askedText[language].tookIn(asked.unitName));
}

/** Also after a refusal: the unit may have answered anew. */
export const shouldRevalidate = () => true;

type Row = Route.ComponentProps["loaderData"]["rows"][number];

const tones = { same: "neutral", changed: "warning", new: "info", gone: "danger" } as const;

export default function AskedTake({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = askedText[language];
	const { unitName, version, note, rows, changes, collection, answered, taken } = loaderData;
	const back = `/competence/collections/${collection.id}`;
	const changed =
		changes === 0 ? text.same : changes === 1 ? text.oneChange : text.changes(formatNumber(language, changes));
	const refusals = { ...competenceText[language].refusals, ...collectText[language].refusals };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.compareTitle(unitName))}</title>
			<PageHeader
				title={text.compareTitle(unitName)}
				lead={text.compareLead(formatShortDate(language, answered.on), answered.by)}
				tags={
					taken !== null && (
						<Tag tone="success">{collectText[language].states.taken(formatShortDate(language, taken))}</Tag>
					)
				}
				trail={[
					{ to: "/competence/collections", label: collectText[language].title },
					{ to: back, label: collection.name },
				]}
			/>
			{note !== "" && (
				<Section title={text.note}>
					<p className="ds-paragraph written">{note}</p>
				</Section>
			)}
			{taken === null && <p className="ds-paragraph">{changed}</p>}
			<Table
				caption={text.compareTitle(unitName)}
				hideCaption
				rows={rows}
				rowKey={(row) => row.key}
				columns={[
					{
						key: "entry",
						label: text.columns.entry,
						cell: (row) => (
							<>
								{row.entry} {row.change !== "same" && <Tag tone={tones[row.change]}>{text.tags[row.change]}</Tag>}
							</>
						),
					},
					{ key: "kind", label: text.what, cell: (row) => text.kinds[row.kind] },
					...(taken === null ? [{ key: "before", label: text.before, cell: (row: Row) => row.before }] : []),
					{
						key: "now",
						label: text.now,
						cell: (row) => (
							<>
								{row.now}
								{row.reason !== "" && row.change !== "same" && (
									<>
										<br />
										<span className="quiet">{row.reason}</span>
									</>
								)}
							</>
						),
					},
				]}
			/>
			{taken === null && (
				<TaskForm refused={actionData} say={saying(language, refusals)}>
					<input type="hidden" name="version" value={version} />
					<div className="task-buttons">
						<SubmitButton>{text.take}</SubmitButton>
						<Link className="ds-button" data-variant="tertiary" to={back}>
							{text.cancel}
						</Link>
					</div>
				</TaskForm>
			)}
		</div>
	);
}

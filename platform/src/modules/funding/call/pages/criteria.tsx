import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { writtenNumber } from "../../../../ui/written-number.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mostRows, novelties } from "../../codes.ts";
import { changeCall } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import type { CallContent } from "../contract.ts";
import { callText } from "../text.ts";
import { writeText } from "../write.text.ts";
import type { Route } from "./+types/criteria";
import { readRows } from "./rows.server.ts";
import { after, StepsHead } from "./StepsHead.tsx";
import { headOf, writingOf } from "./writing.server.ts";
import "../../funding.css";

/** The third step: what can be applied for, what applications are assessed by, and what shall be counted. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const writing = await writingOf(work, params.callId);
		const { content, revision } = writing.draft;
		const { categories, criteria, measures } = content;
		return { head: headOf(writing), version: revision, categories, criteria, measures };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { callId } = params;
	const form = await request.formData();
	const read = readRows(form);
	if (read.refusals) return data({ refusals: read.refusals, given: read.given }, 422);
	const version = Number(form.get("version"));
	const outcome = await commanding((work) => changeCall(work, callId, { ...read.values, version }));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		const given = Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)]));
		return data({ refusals: outcome.refused, given }, 422);
	}
	const head = await reading(async (work) => headOf(await writingOf(work, callId)));
	return redirectWithToast(after("criteria", head), writeText[language].saved);
}

type Row = { readonly id: string; readonly name: string; readonly about: string };
type Given = Readonly<Record<string, string | readonly string[]>> | undefined;

export default function CriteriaStep({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const { head, version, categories, criteria, measures } = loaderData;
	const given = actionData?.given;
	const labels = Object.fromEntries(
		(actionData?.refusals ?? []).map(({ field = "" }) => {
			const [list = "", at = "0"] = field.split("-");
			const what = list === "categories" ? text.categories : list === "criteria" ? text.criteria : text.measures;
			return [field, text.row(what, Number(at) + 1)];
		}),
	);
	return (
		<div className="stack">
			<StepsHead head={head} step="criteria" />
			<TaskForm
				key={version}
				className="stack"
				refused={actionData && { refusals: actionData.refusals, given: {} }}
				labels={labels}
				say={saying(language, fundingText[language].refusals)}
			>
				<input type="hidden" name="version" value={version} />
				<Rows list="categories" title={text.categories} hint={text.categoriesHint} rows={categories} given={given} />
				{head.way === "here" && (
					<>
						<Rows list="criteria" title={text.criteria} hint={text.criteriaHint} rows={criteria} given={given} />
						<Rows list="measures" title={text.measures} hint={text.measuresHint} rows={measures} given={given} />
					</>
				)}
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={`/funding/calls/${head.id}`}>
						{callText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}

type RowsProps = {
	readonly list: "categories" | "criteria" | "measures";
	readonly title: string;
	readonly hint: string;
	readonly rows: readonly (Row &
		Partial<CallContent["categories"][number]> &
		Partial<CallContent["criteria"][number]>)[];
	readonly given: Given;
};

/** Rows to write in, three of them new. */
function Rows({ list, title, hint, rows, given }: RowsProps) {
	const language = useLanguage();
	const text = writeText[language];
	const sent = (field: string, at: number) => {
		const all = given?.[`${list}.${field}`];
		return all === undefined || typeof all === "string" ? undefined : (all[at] ?? "");
	};
	const written = given?.[`${list}.name`];
	const count = Array.isArray(written) ? written.length : Math.min(rows.length + (rows.length === 0 ? 4 : 2), mostRows);
	return (
		<Section title={title} lead={hint}>
			{Array.from({ length: count }, (_, at) => at).map((at) => {
				const row = rows[at];
				const inRow = (field: string, label: string) => ({ name: `${list}.${field}`, label });
				return (
					<fieldset key={row?.id ?? `new ${at}`} className="call-row" id={`${list}-${at}-name`} tabIndex={-1}>
						<legend className="visually-hidden">{text.row(title, at + 1)}</legend>
						<input type="hidden" name={`${list}.id`} value={row?.id ?? ""} />
						<RowField {...inRow("name", text.name)} at={at} list={list} value={sent("name", at) ?? row?.name ?? ""} />
						<RowField
							{...inRow("about", text.about)}
							at={at}
							list={list}
							value={sent("about", at) ?? row?.about ?? ""}
						/>
						{list === "categories" && (
							<>
								<RowField
									{...inRow("highest", text.highest)}
									at={at}
									list={list}
									value={
										sent("highest", at) ??
										(typeof row?.highest === "number" ? writtenNumber(language, row.highest) : "")
									}
								/>
								<div className="ds-field">
									<label className="ds-label" htmlFor={`${list}-${at}-novelty`}>
										{text.novelty}
									</label>
									<select
										className="ds-input"
										id={`${list}-${at}-novelty`}
										name={`${list}.novelty`}
										defaultValue={sent("novelty", at) ?? row?.novelty ?? "any"}
									>
										{novelties.map((one) => (
											<option key={one} value={one}>
												{fundingText[language].novelties[one]}
											</option>
										))}
									</select>
								</div>
							</>
						)}
						{list === "criteria" && (
							<RowField
								{...inRow("weight", text.weight)}
								at={at}
								list={list}
								value={sent("weight", at) ?? (row?.weight === undefined ? "" : String(row.weight))}
							/>
						)}
					</fieldset>
				);
			})}
		</Section>
	);
}

/** One field of a row: all rows send the same name, and each has an id of its own. */
function RowField(props: {
	readonly list: string;
	readonly at: number;
	readonly name: string;
	readonly label: string;
	readonly value: string;
}) {
	const { list, at, name, label, value } = props;
	const field = name.slice(list.length + 1);
	const id = `${list}-${at}-${field}-field`;
	const isNumber = field === "weight" || field === "highest";
	return (
		<div className="ds-field" data-field={field}>
			<label className="ds-label" htmlFor={id}>
				{label}
			</label>
			<input
				className="ds-input"
				id={id}
				name={name}
				defaultValue={value}
				type="text"
				autoComplete="off"
				maxLength={field === "about" ? 1000 : 160}
				{...(isNumber ? { inputMode: "numeric", size: 10 } : {})}
			/>
		</div>
	);
}

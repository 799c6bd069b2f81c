import { data } from "react-router";
import { DraftForm } from "../../../../draft/DraftForm.tsx";
import { isAutosave, saveWords, writtenFrom } from "../../../../draft/save.server.ts";
import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue, Given } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { kronerOf } from "../../amounts.ts";
import { claims, mostLines } from "../../codes.ts";
import { addPlannedMeasure, listPlannedMeasures, openApplication, writeLines } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { applyText } from "../text.ts";
import type { Route } from "./+types/application-lines";
import { LineSums } from "./LinesTable.tsx";
import { sayLack } from "./lacks.ts";
import { readLines, wordsOfLines, wordsSent } from "./line-rows.server.ts";
import { linesText } from "./lines.text.ts";
import "../../funding.css";

/** What one's own party applies for: measures with kroner by budget year, held against the call's limits. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { application, content, own, lines, years, lacks, can } =
			(await openApplication(work, params.applicationId)).done ?? missing();
		if (!can.lines) missing();
		const mine = lines.filter(({ partyId }) => partyId === own.id);
		return {
			...{ id: application.id, title: content.title, joint: application.joint, years, mine, lines, own },
			words: wordsOfLines(mine, own.part),
			asksNovelty: content.categories.some(({ novelty }) => novelty !== "any"),
			categories: content.categories.map(({ id, name }) => ({ value: id, label: name })),
			planned: await listPlannedMeasures(work, mine),
			lacks: lacks.filter(({ at }) => at === "lines"),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const id = params.applicationId;
	const text = linesText[language];
	const here = `/funding/applications/${id}/lines`;
	const form = await request.formData();
	const opened = async () => reading(async (work) => (await openApplication(work, id)).done ?? missing());
	if (form.get("deed") === "bring") {
		const outcome = await commanding((work) => addPlannedMeasure(work, id, String(form.get("measure") ?? "")));
		if (outcome.refused) missing();
		return redirectWithToast(here, text.brought);
	}
	const { years } = await opened();
	const answer = await saveWords(
		{ ...writtenFrom(form), words: wordsSent(form, years) },
		(words, version) => {
			const read = readLines(words, years);
			return read.refusals ? read : { values: { lines: read.lines, part: read.part, version: version ?? 0 } };
		},
		{
			save: (values) => commanding((work) => writeLines(work, id, values)),
			async current() {
				const { own, lines } = await opened();
				const mine = lines.filter(({ partyId }) => partyId === own.id);
				return { version: own.version, words: wordsOfLines(mine, own.part) };
			},
		},
	);
	if (!answer.saved) return data(answer, 422);
	if (isAutosave(form)) return data(answer);
	return redirectWithToast(here, text.saved);
}

/** Also after a refusal: another may have written meanwhile. */
export const shouldRevalidate = () => true;

export default function ApplicationLines({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = linesText[language];
	const { id, title, joint, years, mine, lines, own, words, categories, planned, lacks, asksNovelty } = loaderData;
	const here = `/funding/applications/${id}`;
	const count = Math.min(Math.max(mine.length, lastRow(actionData?.given ?? {}) + 1) + 3, mostLines);
	const rows = Array.from({ length: count }, (_, at) => at);
	const labels: Record<string, string> = { part: text.part };
	const values: Record<string, FieldValue> = { part: own.part };
	for (const at of rows) {
		for (const [field, label] of Object.entries(text.rowFields)) labels[`rows-${at}-${field}`] = label;
		for (const year of years) {
			labels[`rows-${at}-applied-${year}`] = text.appliedIn(String(year));
			labels[`rows-${at}-own-${year}`] = text.ownIn(String(year));
		}
	}
	for (const [at, line] of mine.entries()) {
		for (const field of ["title", "category", "people", "novelty", "argued"] as const)
			values[`rows-${at}-${field}`] = line[field];
		for (const { year, applied, own: borne } of line.amounts) {
			values[`rows-${at}-applied-${year}`] = applied;
			values[`rows-${at}-own-${year}`] = borne;
		}
	}
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(applyText[language].linesTitle)}</title>
			<PageHeader title={applyText[language].linesTitle} lead={text.linesLead} trail={[{ to: here, label: title }]} />
			{lacks.length > 0 && (
				<Alert tone="warning">
					<ul className="ds-list">
						{lacks.map((lack) => (
							<li key={`${lack.code} ${lack.name ?? ""}`}>{sayLack(language, lack)}</li>
						))}
					</ul>
				</Alert>
			)}
			{lines.length > 0 && <LineSums lines={lines} years={years} />}
			{planned.length > 0 && (
				<Section title={text.planned} lead={text.plannedLead}>
					<Table
						caption={text.planned}
						hideCaption
						rows={planned}
						rowKey={(one) => one.id}
						columns={[
							{ key: "measure", label: applyText[language].measure, cell: (one) => one.title },
							{ key: "source", label: applyText[language].source, cell: ({ source }) => source },
							{
								key: "people",
								label: applyText[language].people,
								numeric: true,
								cell: ({ persons }) => (persons === null ? "" : formatNumber(language, persons)),
							},
							{
								key: "applied",
								label: applyText[language].applied,
								numeric: true,
								cell: ({ cost }) => kronerOf(language, cost),
							},
							{
								key: "bring",
								label: text.bring,
								cell: (one) => (
									<TaskForm className="">
										<input type="hidden" name="measure" value={one.id} />
										<button
											type="submit"
											className="ds-button"
											data-variant="secondary"
											data-size="sm"
											name="deed"
											value="bring"
										>
											{text.bring}
											<span className="visually-hidden">: {one.title}</span>
										</button>
									</TaskForm>
								),
							},
						]}
					/>
				</Section>
			)}
			<DraftForm
				key={mine.map((line) => line.id).join()}
				version={own.version}
				words={words}
				values={values}
				refused={actionData}
				labels={labels}
				refusals={fundingText[language].refusals}
				save={applyText[language].save}
				cancelTo={here}
			>
				{rows.map((at) => (
					<LineFields
						key={at}
						at={at}
						years={years}
						categories={categories}
						asksNovelty={asksNovelty}
						source={mine[at]?.source ?? ""}
					/>
				))}
				{joint && <Field name="part" kind="textarea" rows={4} maxLength={2000} width="full" />}
			</DraftForm>
		</div>
	);
}

/** The last row something was written in; -1 where there is none. */
function lastRow(given: Given): number {
	const written = Object.entries(given).filter(([, word]) => word !== "");
	return Math.max(-1, ...written.map(([field]) => Number(/^rows-(\d+)-/.exec(field)?.[1] ?? -1)));
}

type LineFieldsProps = {
	readonly at: number;
	readonly years: readonly number[];
	readonly categories: readonly { readonly value: string; readonly label: string }[];
	/** Where no category of the call asks for anything new, nothing of it is argued. */
	readonly asksNovelty: boolean;
	readonly source: string;
};

/** One measure. */
function LineFields({ at, years, categories, asksNovelty, source }: LineFieldsProps) {
	const language = useLanguage();
	const text = linesText[language];
	return (
		<fieldset className="call-row">
			<legend className="visually-hidden">{text.row(formatNumber(language, at + 1))}</legend>
			<input type="hidden" name={`rows-${at}-source`} value={source} />
			<Field name={`rows-${at}-title`} required="sometimes" maxLength={200} width="full" autoComplete="off" />
			{categories.length > 0 && (
				<Field
					name={`rows-${at}-category`}
					kind="select"
					required="sometimes"
					none={text.noCategory}
					choices={categories}
				/>
			)}
			<Field name={`rows-${at}-people`} kind="number" whole required="sometimes" />
			{years.map((year) => (
				<div key={year} className="row">
					<Field name={`rows-${at}-applied-${year}`} kind="number" whole unit="kr" required="sometimes" />
					<Field name={`rows-${at}-own-${year}`} kind="number" whole unit="kr" required="sometimes" />
				</div>
			))}
			{asksNovelty && (
				<Field
					name={`rows-${at}-novelty`}
					kind="select"
					required="sometimes"
					none={text.noClaim}
					choices={claims.map((one) => ({ value: one, label: applyText[language].claims[one] }))}
				/>
			)}
			<Field name={`rows-${at}-argued`} kind="textarea" rows={2} required="sometimes" maxLength={2000} width="full" />
			{source !== "" && (
				<p className="quiet">
					{applyText[language].source}: {source}
				</p>
			)}
		</fieldset>
	);
}

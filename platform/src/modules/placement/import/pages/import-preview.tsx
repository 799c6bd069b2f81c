import { data, Link } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, type Language } from "../../../../language.ts";
import { redirect } from "../../../../redirect.server.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { type Column, Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import type { ImportPreview, Told } from "../contract.ts";
import { discardImport, importers, previewImport, readImport, takeIn } from "../service.server.ts";
import { importText } from "../text.ts";
import type { Route } from "./+types/import-preview";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { kind, state, fileName, preview } = (await readImport(work, params.importId)) ?? missing();
		const { columns } = await importers[kind].sheet(work);
		const labelOf = (field: string) => columns.find((column) => column.key === field)?.headers[language] ?? field;
		const shown = (field: string, value: string | null) => {
			const column = columns.find((one) => one.key === field);
			if (value === null || column?.kind !== "choice") return value;
			return column.choices.find((choice) => choice.value === value)?.labels[language] ?? value;
		};
		const lines = (given: ImportPreview["changed"]) =>
			given.map((line) => ({
				...line,
				changes: line.changes.map(({ field, from, to }) => ({
					label: labelOf(field),
					...{ from: shown(field, from), to: shown(field, to) },
				})),
			}));
		const tell = (given: readonly Told[]) =>
			given.map(({ place, problem, remedy }) => ({
				...{ place: place[language], problem: problem[language], remedy: remedy[language] },
			}));
		return {
			...{ kind, state, fileName },
			preview: preview && {
				...preview,
				created: lines(preview.created),
				changed: lines(preview.changed),
				refusals: tell(preview.refusals),
				warnings: tell(preview.warnings),
			},
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const intent = form.get("intent");
	const page = `/placement/imports/${params.importId}`;
	const doing = { reading, commanding };
	if (intent === "discard") {
		const outcome = await commanding((work) => discardImport(work, params.importId));
		if (outcome.refused) missing();
		return redirectWithToast(`/placement/${outcome.done.kind}/import`, importText[language].discarded);
	}
	if (intent === "sheet") {
		const sheet = form.get("sheet");
		if (typeof sheet !== "string" || sheet === "")
			return data({ refusals: [{ code: "sheet-missing", field: "sheet" }], given: {} }, 422);
		const outcome = await previewImport(doing, params.importId, sheet.slice(0, 100));
		if (outcome.refused) missing();
		return redirect(page);
	}
	const outcome = await takeIn(doing, params.importId);
	if (!outcome.refused) return redirect(page);
	const [refusal] = outcome.refused;
	if (refusal?.code === "missing") missing();
	// Whoever looks again sees what it would do now.
	if (refusal?.code === "changed-since-preview" || refusal?.code === "rows-refused")
		await previewImport(doing, params.importId, null);
	return data({ refusals: outcome.refused, given: {} }, 422);
}

export default function ImportPreviewPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = importText[language];
	const { kind, state, fileName, preview } = loaderData;
	const title = state === "done" ? text.doneTitle : text.preview;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={fileName}
				trail={[
					{ to: `/placement/${kind}`, label: text.back[kind] },
					{ to: `/placement/${kind}/import`, label: text.titles[kind] },
				]}
			/>
			{preview !== null &&
				(preview.sheets.length > 0 ? (
					<ChooseSheet sheets={preview.sheets} refused={actionData} />
				) : preview.refusalCount > 0 ? (
					<Refused data={loaderData} preview={preview} />
				) : (
					<Ready data={loaderData} preview={preview} refused={actionData} />
				))}
		</div>
	);
}

type Data = Route.ComponentProps["loaderData"];
type Preview = NonNullable<Data["preview"]>;
type Refusals = Route.ComponentProps["actionData"];

function ChooseSheet({ sheets, refused }: { readonly sheets: readonly string[]; readonly refused: Refusals }) {
	const language = useLanguage();
	const text = importText[language];
	return (
		<TaskForm refused={refused} say={saying(language, text.refusals)}>
			<Field
				name="sheet"
				kind="radio"
				label={text.sheetTitle}
				choices={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
				required
			/>
			<SubmitButton name="intent" value="sheet">
				{text.readSheet}
			</SubmitButton>
		</TaskForm>
	);
}

function Refused({ data: { kind }, preview }: { readonly data: Data; readonly preview: Preview }) {
	const language = useLanguage();
	const text = importText[language];
	return (
		<>
			<Alert tone="warning" title={text.refusedTitle(formatNumber(language, preview.refusalCount))}>
				<p>{text.refusedBody}</p>
				<Link className="ds-button" data-color="accent" to={`/placement/${kind}/import`}>
					{text.uploadAgain}
				</Link>
			</Alert>
			<Findings found={preview.refusals} count={preview.refusalCount} caption={text.columns.problem} />
		</>
	);
}

function Findings(props: {
	readonly found: readonly { readonly place: string; readonly problem: string; readonly remedy: string }[];
	readonly count: number;
	readonly caption: string;
}) {
	const language = useLanguage();
	const text = importText[language];
	const { columns } = text;
	return (
		<>
			<Shown shown={props.found.length} all={props.count} />
			<Table
				caption={props.caption}
				hideCaption
				rows={props.found.map((one, index) => ({ ...one, index }))}
				rowKey={(one) => String(one.index)}
				columns={[
					{ key: "place", label: columns.place, cell: (one) => one.place || text.wholeFile },
					{ key: "problem", label: columns.problem, cell: (one) => one.problem },
					{ key: "remedy", label: columns.remedy, cell: (one) => one.remedy },
				]}
			/>
		</>
	);
}

function Shown({ shown, all }: { readonly shown: number; readonly all: number }) {
	const language = useLanguage();
	if (all <= shown) return null;
	return (
		<p className="ds-paragraph quiet">
			{importText[language].firstOnly(formatNumber(language, shown), formatNumber(language, all))}
		</p>
	);
}

function Ready(props: { readonly data: Data; readonly preview: Preview; readonly refused: Refusals }) {
	const language = useLanguage();
	const text = importText[language];
	const { kind, state } = props.data;
	const { preview } = props;
	const number = (value: number) => formatNumber(language, value);
	const count = preview.counts.created + preview.counts.changed;
	const isDone = state === "done";
	return (
		<>
			{isDone && (
				<Alert tone="success" title={text.doneTitle}>
					<Link className="ds-button" data-color="accent" to={`/placement/${kind}`}>
						{text.see[kind]}
					</Link>
				</Alert>
			)}
			{!isDone && count === 0 && (
				<Alert tone="success" title={text.nothingTitle}>
					<p>{text.nothingBody}</p>
				</Alert>
			)}
			<Facts
				facts={[
					{ label: text.counts.created, value: number(preview.counts.created) },
					{ label: text.counts.changed, value: number(preview.counts.changed) },
					{ label: text.counts.besides[kind], value: number(preview.counts.besides) },
					{ label: text.counts.unchanged, value: number(preview.counts.unchanged) },
					{ label: text.counts.untouched, value: number(preview.counts.untouched) },
				]}
			/>
			{preview.ignored.length > 0 && <Alert tone="warning">{text.ignored(preview.ignored.join(", "))}</Alert>}
			{!isDone && (
				<TaskForm refused={props.refused} say={saying(language, text.refusals)}>
					<div className="task-buttons">
						{count > 0 && (
							<SubmitButton name="intent" value="import">
								{text.take[kind](number(count))}
							</SubmitButton>
						)}
						<SubmitButton name="intent" value="discard" variant="tertiary">
							{text.discard}
						</SubmitButton>
					</div>
				</TaskForm>
			)}
			{preview.warningCount > 0 && (
				<Section title={text.warningsTitle(number(preview.warningCount))} lead={text.warningsBody}>
					<Findings found={preview.warnings} count={preview.warningCount} caption={text.columns.problem} />
				</Section>
			)}
			<Lines
				title={text.changedOnes}
				lines={preview.changed}
				count={preview.counts.changed}
				language={language}
				isChanged
			/>
			<Lines title={text.newOnes} lines={preview.created} count={preview.counts.created} language={language} />
		</>
	);
}

type Line = Preview["changed"][number];

function Lines(props: {
	readonly title: (count: string) => string;
	readonly lines: readonly Line[];
	readonly count: number;
	readonly language: Language;
	readonly isChanged?: boolean;
}) {
	const text = importText[props.language];
	const { columns } = text;
	if (props.count === 0) return null;
	const title = props.title(formatNumber(props.language, props.count));
	const changes: Column<Line> = {
		key: "changes",
		label: columns.changes,
		cell: (line) => (
			<ul className="plain-list">
				{line.changes.map((change) => (
					<li key={`${change.label} ${change.to}`}>
						{change.label}: <span className="quiet">{change.from ?? text.blank}</span> →{" "}
						<strong>{change.to ?? text.blank}</strong>
					</li>
				))}
			</ul>
		),
	};
	return (
		<Section title={title}>
			<Shown shown={props.lines.length} all={props.count} />
			<Table
				caption={props.isChanged ? text.counts.changed : text.counts.created}
				hideCaption
				rows={props.lines}
				rowKey={(line) => String(line.row)}
				columns={[
					{ key: "name", label: columns.name, cell: (line) => line.name },
					props.isChanged ? changes : { key: "where", label: columns.where, cell: (line) => line.where },
					{ key: "row", label: columns.row, cell: (line) => line.row, numeric: true },
				]}
			/>
		</Section>
	);
}

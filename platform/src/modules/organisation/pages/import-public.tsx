import { data } from "react-router";
import { saying } from "../../../forms/text.ts";
import { publicFiles } from "../../../geography/public/files.ts";
import { describePublicRefusal } from "../../../geography/public/text.ts";
import { importPagesText } from "../../../import/pages/import.text.ts";
import { formatDate, formatNumber, type Language } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { Table } from "../../../ui/Table.tsx";
import { Status } from "../../../ui/Tag.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { missing, representing } from "../../../visit.server.ts";
import { type ImportedFile, importPublicFiles } from "../facts/import.server.ts";
import { listFactFiles, mayTakeFacts } from "../facts/service.server.ts";
import type { Route } from "./+types/import-public";
import { importPublicText } from "./import-public.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		if (!(await mayTakeFacts(work))) missing();
		const taken = await listFactFiles(work);
		return {
			files: publicFiles.map(({ id, fileNameStart, extension, title, missing: without, sources }) => {
				const status = taken.find((one) => one.file === id);
				return {
					...{ id, title, without, start: `${fileNameStart}….${extension}` },
					sources: sources.map((source) => ({ title: source.title, licence: source.licence })),
					importedAt: status?.importedAt ?? null,
					rows: status?.sources[0]?.rowCount ?? 0,
				};
			}),
		};
	});
}

const shown = 50;

export async function action({ context, request }: Route.ActionArgs) {
	const { house, language, reading } = representing(context, request);
	if (!(await reading(mayTakeFacts))) missing();
	const sent = (await request.formData()).getAll("files").filter((one) => one instanceof File && one.size > 0);
	const files = await Promise.all(
		sent.flatMap((one) =>
			one instanceof File
				? [one.arrayBuffer().then((bytes) => ({ fileName: one.name, bytes: new Uint8Array(bytes) }))]
				: [],
		),
	);
	if (files.length === 0)
		return data({ refusals: [{ code: "required", field: "files" }], given: {}, results: null }, 422);
	const outcome = await importPublicFiles(house.database, files);
	if (outcome.refused) return data({ refusals: outcome.refused, given: {}, results: null }, 422);
	const results = outcome.done.map((result) => resultFor(result, language));
	return data({ refusals: null, given: {}, results }, results.some((result) => result.wrong.length > 0) ? 422 : 200);
}

function resultFor(result: ImportedFile, language: Language) {
	const text = importPublicText[language];
	const { fileName } = result;
	if ("unread" in result)
		return {
			line: text.refused(fileName, result.unread.refusalCount),
			wrong: result.unread.refusals.slice(0, shown).map((refusal) => describePublicRefusal(refusal, language)),
		};
	const rows = Object.values(result.taken.written).reduce((sum, count) => sum + count, 0);
	const line = result.taken.unchanged
		? text.unchanged(fileName)
		: text.wrote(fileName, rows, formatNumber(language, rows));
	return {
		line: result.setAside > 0 ? `${line} ${text.setAside(result.setAside)}` : line,
		wrong: [],
	};
}

export default function ImportPublic({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = importPublicText[language];
	const results = actionData?.results ?? [];
	const refused = actionData?.refusals ? { refusals: actionData.refusals, given: {} } : undefined;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				trail={[{ to: "/import", label: importPagesText[language].title }]}
			/>
			{results.map((result) => (
				<Alert key={result.line} tone={result.wrong.length > 0 ? "danger" : "success"} title={result.line}>
					{result.wrong.length > 0 && (
						<ul className="ds-list">
							{result.wrong.map((wrong) => (
								<li key={`${wrong.place} ${wrong.problem}`}>
									{wrong.place}: {wrong.problem} {wrong.remedy}
								</li>
							))}
						</ul>
					)}
				</Alert>
			))}
			<TaskForm files refused={refused} say={saying(language, text.refusals)} labels={{ files: text.choose }}>
				<Field name="files" kind="file" multiple required accept=".csv,.json" hint={text.chooseHint} />
				<SubmitButton>{text.take}</SubmitButton>
			</TaskForm>
			<Table
				caption={text.caption}
				rows={loaderData.files}
				rowKey={(file) => file.id}
				columns={[
					{
						key: "file",
						label: text.file,
						cell: (file) => (
							<>
								{file.title[language]}
								<br />
								<span className="quiet">{text.starts(file.start)}</span>
							</>
						),
					},
					{
						key: "state",
						label: text.state,
						cell: (file) =>
							file.importedAt ? (
								<Status tone="success">
									{text.imported(formatDate(language, file.importedAt), file.rows, formatNumber(language, file.rows))}
								</Status>
							) : (
								<Status tone="warning">{file.without[language]}</Status>
							),
					},
					{
						key: "source",
						label: text.source,
						cell: (file) => file.sources.map((source) => `${source.title}, ${source.licence}`).join("; "),
					},
				]}
			/>
		</div>
	);
}

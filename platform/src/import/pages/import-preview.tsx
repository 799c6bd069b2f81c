import { data, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../forms/parse.ts";
import { saying } from "../../forms/text.ts";
import { enqueueJob, jobPath } from "../../job/service.server.ts";
import { formatNumber } from "../../language.ts";
import { done } from "../../outcome.ts";
import { redirect } from "../../redirect.server.ts";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../visit.server.ts";
import type { PreviewLine, ToldFinding } from "../contract.ts";
import { showChange } from "../field-words.ts";
import { previewImportJob, takeInJob } from "../jobs.server.ts";
import { findImportKind } from "../kind.server.ts";
import { likelierKind } from "../likeness.server.ts";
import { chooseSheet, discardImport, readImport } from "../service.server.ts";
import { importText } from "../text.ts";
import type { Route } from "./+types/import-preview";
import { ImportFindings } from "./ImportFindings.tsx";
import { ImportIgnored } from "./ImportIgnored.tsx";
import { ImportLines } from "./ImportLines.tsx";
import { ImportRefusals } from "./ImportRefusals.tsx";
import { importPagesText } from "./import.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const found = await readImport(work, params.importId);
		if (!found) missing();
		const { kind, state, fileName, organisationId, preview } = found;
		const { name, words, importer, seenAt } = findImportKind(kind) ?? missing();
		const contract = await importer.sheet(work);
		const { take, upload, besides, further, where, nowhere, see, title } = words(language);
		const tell = (findings: readonly ToldFinding[]) =>
			findings.map(({ place, problem, remedy }) => ({
				...{ place: place[language], problem: problem[language], remedy: remedy[language] },
			}));
		const count = (preview?.counts.created ?? 0) + (preview?.counts.changed ?? 0);
		const shown = (lines: readonly PreviewLine[]) =>
			lines.map((line) => ({ ...line, changes: line.changes.map((change) => showChange(change, contract, language)) }));
		const like = state === "done" ? undefined : await likelierKind(work, name, preview?.headers ?? []);
		return {
			like: like ? { kind: like.name, title: like.words(language).title, upload: like.words(language).upload } : null,
			...{ kind: name, state, fileName, list: seenAt(organisationId) },
			words: {
				upload,
				besides,
				further: further ?? null,
				where,
				nowhere,
				see,
				title,
				take: take(count, formatNumber(language, count)),
			},
			preview: preview && {
				...preview,
				created: shown(preview.created),
				changed: shown(preview.changed),
				unchanged: shown(preview.unchanged),
				refusals: tell(preview.refusals),
				warnings: tell(preview.warnings),
			},
		};
	});
}

const asked = z.object({ intent: z.enum(["import", "sheet", "discard"]), sheet: z.string().max(100).optional() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const parsed = parseForm(asked, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const { intent, sheet } = parsed.values;
	const { importId } = params;
	const found = await reading((work) => readImport(work, importId));
	const kind = findImportKind(found?.kind);
	if (!found || !kind) missing();
	if (intent === "discard") {
		const outcome = await commanding((work) => discardImport(work, importId));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
		return redirectWithToast(`/import/${found.kind}`, importPagesText[language].discarded);
	}
	const outcome = await commanding(async (work) => {
		if (intent === "sheet") {
			const chosen = await chooseSheet(work, importId, sheet ?? "");
			return chosen.refused ? chosen : done(await enqueueJob(work, previewImportJob, { importId }));
		}
		return done(await enqueueJob(work, takeInJob, { importId }, { title: kind.words(language).job }));
	});
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	return redirect(jobPath(outcome.done));
}

export default function ImportPreview({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = importPagesText[language];
	const { kind, state, fileName, preview, words, list } = loaderData;
	const title = state === "done" ? text.doneTitle : words.upload;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={fileName}
				trail={[
					{ to: list, label: words.title },
					...(state === "done" ? [] : [{ to: `/import/${kind}`, label: words.upload }]),
				]}
			/>
			{preview === null ? (
				<Alert title={text.reading}>
					<p>{text.readingBody}</p>
					<Link className="ds-link" to="/jobs">
						{text.jobs}
					</Link>
				</Alert>
			) : state === "done" ? (
				<Done loaderData={loaderData} preview={preview} />
			) : (
				<>
					{loaderData.like && (
						<Alert tone="warning" title={text.looksLike(loaderData.like.title)}>
							<p>{text.looksLikeBody(words.title)}</p>
							<Link className="ds-button" data-variant="secondary" to={`/import/${loaderData.like.kind}`}>
								{loaderData.like.upload}
							</Link>
						</Alert>
					)}
					{preview.refusalCount > 0 ? (
						<ImportRefusals importId={params.importId} kind={kind} preview={preview} refused={actionData} />
					) : (
						<Ready loaderData={loaderData} preview={preview} refused={actionData} />
					)}
				</>
			)}
		</div>
	);
}

type Data = Route.ComponentProps["loaderData"];
type Preview = NonNullable<Data["preview"]>;

function Ready({
	loaderData,
	preview,
	refused,
}: {
	readonly loaderData: Data;
	readonly preview: Preview;
	readonly refused: Route.ComponentProps["actionData"];
}) {
	const language = useLanguage();
	const text = importPagesText[language];
	const { kind, words } = loaderData;
	const count = preview.counts.created + preview.counts.changed;
	return (
		<>
			{count === 0 ? (
				<Alert tone="success" title={text.nothingToDo}>
					<p>{text.nothingToDoBody}</p>
				</Alert>
			) : (
				<p className="ds-paragraph">{text.readyLead}</p>
			)}
			<ImportIgnored kind={kind} headers={preview.ignored} />
			{preview.totals !== undefined && preview.totals.length > 0 && (
				<p className="ds-paragraph quiet">{text.totals(preview.totals.map((row) => formatNumber(language, row)))}</p>
			)}
			<Counts preview={preview} words={words} />
			<TaskForm refused={refused} say={saying(language, importText[language].refusals)}>
				<div className="task-buttons">
					{count > 0 && (
						<SubmitButton name="intent" value="import">
							{words.take}
						</SubmitButton>
					)}
					{count === 0 && (
						<Link className="ds-button" to={`/import/${kind}`}>
							{text.uploadOther}
						</Link>
					)}
					<SubmitButton name="intent" value="discard" variant="tertiary">
						{text.discard}
					</SubmitButton>
				</div>
			</TaskForm>
			{preview.warningCount > 0 && (
				<Section title={text.warningsTitle(formatNumber(language, preview.warningCount))} lead={text.warningsBody}>
					<ImportFindings
						caption={text.warningsTitle(formatNumber(language, preview.warningCount))}
						findings={preview.warnings}
						count={preview.warningCount}
					/>
				</Section>
			)}
			<ImportLines words={words} preview={preview} />
		</>
	);
}

function Done({ loaderData, preview }: { readonly loaderData: Data; readonly preview: Preview }) {
	const language = useLanguage();
	const text = importPagesText[language];
	const { kind, words, list } = loaderData;
	const { created, changed } = preview.counts;
	return (
		<>
			<Alert tone="success" title={text.doneBody(formatNumber(language, created), formatNumber(language, changed))}>
				<div className="row">
					<Link className="ds-button" data-color="accent" to={list}>
						{words.see}
					</Link>
					<Link className="ds-button" data-variant="secondary" data-color="accent" to={`/import/${kind}`}>
						{text.another}
					</Link>
				</div>
			</Alert>
			<Counts preview={preview} words={words} isDone />
			<ImportLines words={words} preview={preview} isDone />
		</>
	);
}

function Counts({
	preview,
	words: { besides, further },
	isDone = false,
}: {
	readonly preview: Preview;
	readonly words: Pick<Data["words"], "besides" | "further">;
	readonly isDone?: boolean;
}) {
	const language = useLanguage();
	const text = importPagesText[language];
	const { counts } = preview;
	const labels = isDone ? { ...text.counts, ...text.doneCounts } : text.counts;
	const keys = ["created", "changed", "unchanged", "untouched"] as const;
	return (
		<Facts
			facts={[
				...keys.map((key) => ({ label: labels[key], value: formatNumber(language, counts[key]) })),
				...(besides !== null && counts.besides > 0
					? [{ label: besides, value: formatNumber(language, counts.besides) }]
					: []),
				// That none come in is worth seeing too, where the file has columns of them.
				...(further !== null && counts.further !== undefined
					? [{ label: further, value: formatNumber(language, counts.further) }]
					: []),
			]}
		/>
	);
}

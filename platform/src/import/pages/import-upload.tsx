import { data } from "react-router";
import { saying } from "../../forms/text.ts";
import { enqueueJob, jobPath } from "../../job/service.server.ts";
import { done, type Outcome } from "../../outcome.ts";
import { redirect } from "../../redirect.server.ts";
import { houseText } from "../../text.ts";
import { Field } from "../../ui/Field.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { missing, representing } from "../../visit.server.ts";
import { type ImportRefusal, importLimits } from "../contract.ts";
import { previewImportJob } from "../jobs.server.ts";
import { findImportKind } from "../kind.server.ts";
import { previewImport, uploadImport } from "../service.server.ts";
import { importText } from "../text.ts";
import type { Route } from "./+types/import-upload";
import { importPagesText } from "./import.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading, actor } = representing(context, request);
	const kind = findImportKind(params.kind) ?? missing();
	if (!(await reading((work) => kind.mayImport(work)))) missing();
	const { upload, current, rules, title } = kind.words(language);
	return { kind: kind.name, words: { title, upload, current, rules }, list: kind.seenAt(actor.organisationId) };
}

/** A small file is read at once; a large one by a job, and its page leads on to the preview. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { reading, commanding } = representing(context, request);
	const { name: kind } = findImportKind(params.kind) ?? missing();
	const file = (await request.formData()).get("file");
	const content = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
	const fileName = file instanceof File ? file.name : "";
	const isSmall = content.length <= importLimits.atOnce;
	const outcome = await commanding(
		async (work): Promise<Outcome<{ id: string; jobId: string | null }, ImportRefusal>> => {
			const uploaded = await uploadImport(work, { kind, fileName, content });
			if (uploaded.refused) return uploaded;
			const { id } = uploaded.done;
			return done({ id, jobId: isSmall ? null : await enqueueJob(work, previewImportJob, { importId: id }) });
		},
	);
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	const { id, jobId } = outcome.done;
	if (jobId !== null) return redirect(jobPath(jobId));
	await previewImport({ reading, commanding }, id);
	return redirect(`/imports/${id}`);
}

export default function ImportUpload({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = importPagesText[language];
	const { kind, words, list } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.upload)}</title>
			<PageHeader title={words.upload} lead={text.uploadLead} trail={[{ to: list, label: words.title }]} />
			<TaskForm files refused={actionData} say={saying(language, importText[language].refusals)}>
				<Field name="file" kind="file" accept=".xlsx,.csv" label={text.file} hint={text.fileHint} required />
				<SubmitButton>{text.upload}</SubmitButton>
			</TaskForm>
			<Section title={text.helpTitle}>
				<div className="row">
					<a className="ds-link" href={`/import/${kind}/template.xlsx`} download>
						{text.template}
					</a>
					<a className="ds-link" href={`/import/${kind}/current.xlsx`} download>
						{words.current}
					</a>
				</div>
				<ul className="ds-list quiet">
					{words.rules.map((rule) => (
						<li key={rule}>{rule}</li>
					))}
				</ul>
			</Section>
		</div>
	);
}

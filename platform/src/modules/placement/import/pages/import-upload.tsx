import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { redirect } from "../../../../redirect.server.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { importKinds } from "../contract.ts";
import { previewImport, uploadImport } from "../service.server.ts";
import { importText } from "../text.ts";
import type { Route } from "./+types/import-upload";

/** The same page for every kind: the address says which. */
function kindOf(url: URL) {
	return importKinds.find((kind) => url.pathname.startsWith(`/placement/${kind}/`)) ?? missing();
}

export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	if (!(await reading(async (work) => mayCoordinate(await mandateOf(work))))) missing();
	return { kind: kindOf(url) };
}

export async function action({ context, request }: Route.ActionArgs) {
	const { url, reading, commanding } = representing(context, request);
	const kind = kindOf(url);
	const file = (await request.formData()).get("file");
	const content = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
	const fileName = file instanceof File ? file.name : "";
	const outcome = await commanding((work) => uploadImport(work, { kind, fileName, content }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	await previewImport({ reading, commanding }, outcome.done.id, null);
	return redirect(`/placement/imports/${outcome.done.id}`);
}

export default function ImportUpload({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = importText[language];
	const { kind } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.titles[kind])}</title>
			<PageHeader
				title={text.titles[kind]}
				lead={text.lead}
				trail={[{ to: `/placement/${kind}`, label: text.back[kind] }]}
			/>
			<TaskForm files refused={actionData} say={saying(language, text.refusals)}>
				<Field name="file" kind="file" accept=".xlsx,.csv" label={text.file} hint={text.fileHint} required />
				<SubmitButton>{text.look}</SubmitButton>
			</TaskForm>
			<Section title={text.help}>
				<p>
					<a className="ds-link" href={`/placement/${kind}/template.xlsx`} download>
						{text.template}
					</a>
				</p>
				<ul className="ds-list quiet">
					{text.rules[kind].map((rule) => (
						<li key={rule}>{rule}</li>
					))}
				</ul>
			</Section>
		</div>
	);
}

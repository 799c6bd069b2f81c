import { data, Link } from "react-router";
import { fileTypeOf } from "../../../file/file-type.ts";
import { readUpload } from "../../../file/upload.server.ts";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import type { Refusal } from "../../../outcome.ts";
import { houseText } from "../../../text.ts";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { findContent } from "../content.store.server.ts";
import { signature } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { yetToSign } from "../rules.ts";
import { addFile, listFiles, sign } from "../service.server.ts";
import type { Route } from "./+types/sign-paper";
import { openedFor } from "./opened.server.ts";
import { SignFields } from "./SignFields.tsx";
import { signText } from "./sign.text.ts";

/** A signature on paper: who signed for which party, and the signed agreement as a file. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { agreement, parties } = await openedFor(work, params.agreementId, "sign");
		const text = (await findContent(work, agreement, agreement.contentVersion)) ?? missing();
		return {
			...{ id: agreement.id, title: agreement.title, fingerprint: text.fingerprint, signedOn: work.today },
			parties: yetToSign(parties).map(({ organisationId, name }) => ({ value: organisationId, label: name })),
			hasFile: (await listFiles(work, agreement.id)).length > 0,
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { agreementId } = params;
	const form = await request.formData();
	const parsed = parseForm(signature, form);
	const sent = await readUpload(form, "file");
	const file = sent === "too-large" ? null : sent;
	const hasFile = (await reading((work) => listFiles(work, agreementId))).length > 0;
	const refusals: Refusal[] = [...(parsed.refusals ?? [])];
	const isWrong = sent === "too-large" || (file !== null && fileTypeOf(file.content) === undefined);
	if (isWrong || (sent === null && !hasFile)) refusals.push({ code: "file-type", field: "file" });
	if (refusals.length > 0 || !parsed.values) return data({ refusals, given: parsed.given }, 422);
	const { values } = parsed;
	const outcome = await commanding(async (work) => {
		if (file !== null) {
			const added = await addFile(work, agreementId, file);
			if (added.refused) return added;
		}
		return sign(work, agreementId, values, "file");
	});
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const text = signText[language];
	return redirectWithToast(`/agreements/${agreementId}`, outcome.done.complete ? text.complete : text.thanksSigned);
}

export default function SignPaper({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = signText[language];
	const { id, title, fingerprint, parties, hasFile, signedOn } = loaderData;
	const here = `/agreements/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.paperTitle)}</title>
			<PageHeader title={text.paperTitle} lead={text.paperLead} trail={[{ to: here, label: title }]} />
			<TaskForm
				files
				refused={actionData}
				values={{ signedOn }}
				labels={{ name: text.paperName, as: text.signAs, signedOn: text.signedOn }}
				say={saying(language, agreementRefusalText[language].refusals)}
			>
				<Field name="partyId" label={text.forParty} kind="select" required choices={parties} />
				<SignFields fingerprint={fingerprint} ofOther />
				<Field
					name="file"
					label={text.file}
					kind="file"
					accept="application/pdf,image/png,image/jpeg"
					required={!hasFile}
					hint={text.fileHint}
				/>
				<div className="task-buttons">
					<SubmitButton>{text.paper}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}

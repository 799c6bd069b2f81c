import { data } from "react-router";
import { readUpload } from "../../../../file/upload.server.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { addAwardDocument, openAward } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { documentFacts } from "../contract.ts";
import type { Route } from "./+types/document-new";
import { awardPageText } from "./award.text.ts";

/** Adds a letter or a voucher to an award. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { award, can } = (await openAward(work, params.awardId)).done ?? missing();
		if (!can.keep && !can.give && !can.write) missing();
		return { id: award.id, today: work.today };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const parsed = parseForm(documentFacts, form);
	const file = await readUpload(form, "file");
	if (parsed.refusals || file === "too-large")
		return data(
			{
				refusals: [...(parsed.refusals ?? []), ...(file === "too-large" ? [{ code: "file-type", field: "file" }] : [])],
				given: parsed.given,
			},
			422,
		);
	const outcome = await commanding((work) => addAwardDocument(work, params.awardId, { ...parsed.values, file }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/funding/awards/${params.awardId}#documents`, awardPageText[language].documentAdded);
}

export default function DocumentNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = awardPageText[language];
	const { id, today } = loaderData;
	return (
		<Section title={text.addDocument}>
			<title>{houseText[language].pageTitle(text.addDocument)}</title>
			<TaskForm
				files
				refused={actionData}
				labels={text.documentFields}
				say={saying(language, fundingText[language].refusals)}
			>
				<Field name="title" required maxLength={200} width="full" autoComplete="off" />
				<Field name="reference" maxLength={100} autoComplete="off" />
				<Field name="datedOn" kind="date" required max={today} />
				<Field name="file" kind="file" accept=".pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg" hint={text.fileHint} />
				<div className="task-buttons">
					<SubmitButton>{text.addDocument}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={`/funding/awards/${id}`}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</Section>
	);
}

import { data } from "react-router";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { ConfirmPage } from "../../../ui/ConfirmForm.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { removeCommitment } from "../service.server.ts";
import type { Route } from "./+types/commitment-remove";
import { commitmentText } from "./commitment.text.ts";
import { writableBy } from "./opened.server.ts";

/** Asks once more before a promise is taken out. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await writableBy(work, params.agreementId);
		const found = opened.commitments.find(({ id }) => id === params.commitmentId) ?? missing();
		return { id: opened.agreement.id, title: opened.agreement.title, partId: params.commitmentId, name: found.what };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const outcome = await commanding((work) => removeCommitment(work, params.agreementId, params.commitmentId));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	return redirectWithToast(`/agreements/${params.agreementId}`, commitmentText[language].commitmentRemoved);
}

export default function Remove({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = commitmentText[language];
	const { id, title, partId, name } = loaderData;
	const here = `/agreements/${id}`;
	const page = `${here}/commitments/${partId}`;
	return (
		<>
			<title>{houseText[language].pageTitle(text.removeCommitment)}</title>
			<ConfirmPage
				title={text.removeCommitment}
				trail={[
					{ to: here, label: title },
					{ to: page, label: name },
				]}
				action={`${page}/remove`}
				submit={text.removeCommitment}
				cancelTo={page}
				dangerous
				refused={actionData}
				say={saying(language, agreementRefusalText[language].refusals)}
			>
				<p>{text.removeCommitmentBody}</p>
			</ConfirmPage>
		</>
	);
}

import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import type { Outcome } from "../../../outcome.ts";
import { redirect } from "../../../redirect.server.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { type AgreementRefusal, versionOnly } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { mailParties, openForSigning } from "../service.server.ts";
import { inOneSentence } from "../words.ts";
import type { Route } from "./+types/open-for-signing";
import { dealText } from "./deal.text.ts";

/** Reached by its button alone; who comes here otherwise is shown the agreement. */
export function loader({ params }: Route.LoaderArgs) {
	return redirect(`/agreements/${params.agreementId}`);
}

/** Closes the text for signing, and tells those who sign. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, house, commanding } = representing(context, request);
	const { agreementId } = params;
	const parsed = parseForm(versionOnly, await request.formData());
	if (parsed.refusals) missing();
	const mails = house.configuration.mail.smtpUrl !== undefined;
	const outcome = await commanding(
		async (work): Promise<Outcome<Awaited<ReturnType<typeof mailParties>>, AgreementRefusal>> => {
			const opened = await openForSigning(work, agreementId, parsed.values.version);
			if (opened.refused) return opened;
			return { done: await mailParties(work, agreementId, "sign", { mails }) };
		},
	);
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	const text = dealText[language];
	const to = `/agreements/${agreementId}`;
	if (outcome.refused)
		return redirectWithToast(
			to,
			outcome.refused.map(saying(language, agreementRefusalText[language].refusals)).join(" "),
		);
	const { silent } = outcome.done;
	const names = inOneSentence(language, silent);
	return redirectWithToast(to, silent.length > 0 ? `${text.opened} ${text.openedSilent(names)}` : text.opened);
}

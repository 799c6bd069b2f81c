import { saying } from "../../../forms/text.ts";
import { redirect } from "../../../redirect.server.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { setPublished } from "../service.server.ts";
import { agreementText } from "../text.ts";
import type { Route } from "./+types/publish";
import { agreementPagesText } from "./agreement.text.ts";

/** Reached by its button alone; who comes here otherwise is shown the agreement. */
export function loader({ params }: Route.LoaderArgs) {
	return redirect(`/agreements/${params.agreementId}`);
}

/** Shows anyone signed in that an agreement is there, or takes that back. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const published = (await request.formData()).get("published") === "on";
	const outcome = await commanding((work) => setPublished(work, params.agreementId, published));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	const text = agreementPagesText[language];
	const told = outcome.refused
		? outcome.refused.map(saying(language, agreementText[language].refusals)).join(" ")
		: published
			? text.published
			: text.unpublished;
	return redirectWithToast(`/agreements/${params.agreementId}`, told);
}

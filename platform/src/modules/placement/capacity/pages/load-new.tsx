import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { loadValues } from "../contract.ts";
import { addLoad } from "../service.server.ts";
import type { Route } from "./+types/load-new";
import { pagesText } from "./capacity.text.ts";
import { siteChoices } from "./choices.server.ts";
import { LoadForm } from "./LoadForm.tsx";
import { loadText } from "./load.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		return { sites: await siteChoices(work), siteId: url.searchParams.get("site") ?? "" };
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(loadValues, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => addLoad(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/placement/capacity/load", loadText[language].loadSaved);
}

export default function LoadNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const loadWords = loadText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(loadWords.newLoad)}</title>
			<PageHeader title={loadWords.newLoad} trail={[{ to: "/placement/capacity/load", label: text.tabs.load }]} />
			<LoadForm sites={loaderData.sites} values={{ siteId: loaderData.siteId }} refused={actionData} />
		</div>
	);
}

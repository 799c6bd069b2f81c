import { data, Form } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { loadChange } from "../contract.ts";
import { changeLoad, readLoad, removeLoad } from "../service.server.ts";
import type { Route } from "./+types/load-edit";
import { pagesText } from "./capacity.text.ts";
import { siteChoices } from "./choices.server.ts";
import { LoadForm } from "./LoadForm.tsx";
import { loadText } from "./load.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => ({
		load: (await readLoad(work, params.loadId)) ?? missing(),
		sites: await siteChoices(work),
	}));
}

/** Changes a load, or (with `remove`) takes it away. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const loadWords = loadText[language];
	const form = await request.formData();
	if (form.has("remove")) {
		const removed = await commanding((work) => removeLoad(work, params.loadId));
		if (removed.refused) missing();
		return redirectWithToast("/placement/capacity/load", loadWords.loadRemoved);
	}
	const parsed = parseForm(loadChange, form);
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => changeLoad(work, params.loadId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/placement/capacity/load", loadWords.loadSaved);
}

export default function LoadEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const loadWords = loadText[language];
	const { load, sites } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(loadWords.editLoad)}</title>
			<PageHeader title={loadWords.editLoad} trail={[{ to: "/placement/capacity/load", label: text.tabs.load }]} />
			<LoadForm sites={sites} values={{ ...load }} version={load.version} refused={actionData} />
			<Details summary={loadWords.removeLoad}>
				<p className="ds-paragraph">{loadWords.removeLoadBody}</p>
				<Form method="post">
					<button type="submit" className="ds-button" data-color="danger" name="remove" value="1">
						{loadWords.removeLoad}
					</button>
				</Form>
			</Details>
		</div>
	);
}

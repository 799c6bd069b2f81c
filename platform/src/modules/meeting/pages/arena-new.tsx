import { data } from "react-router";
import { parseForm } from "../../../forms/parse.ts";
import { houseText } from "../../../text.ts";
import { findNamed } from "../../../ui/choice.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { mandateOf, organisationChoices } from "../../organisation/service.server.ts";
import { arenaFacts } from "../contract.ts";
import { mayKeepArenas } from "../rules.ts";
import { createArena } from "../service.server.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/arena-new";
import { ArenaForm } from "./ArenaForm.tsx";
import { arenaText } from "./arena.text.ts";
import { agreementChoices } from "./choices.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, actor, url } = representing(context, request);
	return reading(async (work) => {
		if (!mayKeepArenas({ ...(await mandateOf(work)), personId: actor.personId })) missing();
		return {
			organisations: (await organisationChoices(work)).filter(({ value }) => value !== actor.organisationId),
			agreements: await agreementChoices(work),
			agreementId: url.searchParams.get("agreement") ?? "",
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const parsed = parseForm(arenaFacts, form);
	const organisations = await reading(organisationChoices);
	const named = [...form].flatMap(([name, value]) =>
		name.startsWith("partyIds.") && typeof value === "string" && value.trim() !== "" ? [[name, value] as const] : [],
	);
	const given = { ...parsed.given, ...Object.fromEntries(named) };
	const unknown = named.flatMap(([field, value]) =>
		findNamed(organisations, value) ? [] : [{ code: "organisation-unknown", field }],
	);
	if (parsed.refusals || unknown.length > 0)
		return data({ refusals: [...(parsed.refusals ?? []), ...unknown], given }, 422);
	const partyIds = named.flatMap(([, value]) => findNamed(organisations, value)?.value ?? []);
	const outcome = await commanding((work) => createArena(work, { ...parsed.values, partyIds }));
	if (outcome.refused) return data({ refusals: outcome.refused, given }, 422);
	return redirectWithToast(`/arenas/${outcome.done.id}`, arenaText[language].created);
}

export default function ArenaNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = arenaText[language];
	const { organisations, agreements, agreementId } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} trail={[{ to: "/arenas", label: meetingText[language].arenas }]} />
			<ArenaForm
				refused={actionData}
				values={{ kind: "cooperation", agreementId }}
				{...{ agreements, organisations }}
				submit={text.create}
				cancelTo="/arenas"
			/>
		</div>
	);
}

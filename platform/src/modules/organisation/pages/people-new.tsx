import { data } from "react-router";
import { z } from "zod";
import { redirect } from "../../../redirect.server.ts";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { membershipValues } from "../people/contract.ts";
import { addMembership, judgeMembership, listGrantableRoles, readReach } from "../service.server.ts";
import type { Route } from "./+types/people-new";
import { MembershipForm } from "./MembershipForm.tsx";
import { peoplePagesText } from "./people.text.ts";
import { listPersonChoices, parseNaming } from "./person-choices.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	return reading(async (work) => {
		const roles = await listGrantableRoles(work);
		if (roles.length === 0) missing();
		return {
			roles,
			reach: await readReach(work, "manage-people"),
			people: await listPersonChoices(work, language),
			unitId: url.searchParams.get("unit"),
		};
	});
}

const newMembership = membershipValues.extend({ invite: z.boolean() });

export async function action({ context, request }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const parsed = await reading((work) => parseNaming(work, language, newMembership, form, ["deputyId"]));
	if (parsed.refusals) {
		const judged = await reading((work) => judgeMembership(work, null, parsed.readable));
		return data({ refusals: [...parsed.refusals, ...judged], given: parsed.given }, 422);
	}
	const { invite, ...values } = parsed.values;
	const outcome = await commanding((work) => addMembership(work, values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const page = `/people/${outcome.done.id}`;
	if (invite && values.email !== null) return redirect(`${page}/invite`);
	return redirectWithToast(page, peoplePagesText[language].created);
}

export default function PeopleNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = peoplePagesText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} lead={text.newLead} trail={[{ to: "/people", label: text.title }]} />
			<MembershipForm {...loaderData} refused={actionData} cancelTo="/people" />
		</div>
	);
}

import { data } from "react-router";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { membershipChange } from "../people/contract.ts";
import {
	changeMembership,
	judgeMembership,
	listGrantableRoles,
	type Reach,
	readPerson,
	readReach,
} from "../service.server.ts";
import type { Route } from "./+types/person-edit";
import { MembershipForm } from "./MembershipForm.tsx";
import { peoplePagesText } from "./people.text.ts";
import { listPersonChoices, parseNaming, personChoice } from "./person-choices.server.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { membership, can } = (await readPerson(work, params.membershipId)) ?? missing();
		if (!can.change) missing();
		const people = await listPersonChoices(work, language, membership.id);
		const deputy = membership.deputyId === null ? undefined : await readPerson(work, membership.deputyId);
		return {
			membership,
			roles: await listGrantableRoles(work),
			reach: withUnitOf(membership, await readReach(work, "manage-people")),
			people,
			deputy: deputy && personChoice(deputy.membership, language).label,
		};
	});
}

/** A unit that has closed since is still where the role is, until somebody moves it. */
function withUnitOf(membership: { unitId: string | null; unitName: string | null }, reach: Reach): Reach {
	const { unitId, unitName } = membership;
	if (unitId === null || reach.units.some((unit) => unit.id === unitId)) return reach;
	return { ...reach, units: [...reach.units, { id: unitId, name: unitName ?? "", depth: 0 }] };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const parsed = await reading((work) => parseNaming(work, language, membershipChange, form, ["deputyId"]));
	if (parsed.refusals) {
		const judged = await reading((work) => judgeMembership(work, params.membershipId, parsed.readable));
		return data({ refusals: [...parsed.refusals, ...judged], given: parsed.given }, 422);
	}
	const outcome = await commanding((work) => changeMembership(work, params.membershipId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/people/${params.membershipId}`, peoplePagesText[language].saved);
}

export default function PersonEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = peoplePagesText[language];
	const { membership } = loaderData;
	const page = `/people/${membership.id}`;
	const title = text.editTitle(membership.name);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[
					{ to: "/people", label: text.title },
					{ to: page, label: membership.name },
				]}
			/>
			<MembershipForm {...loaderData} refused={actionData} cancelTo={page} />
		</div>
	);
}

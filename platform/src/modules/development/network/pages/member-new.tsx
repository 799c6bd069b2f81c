import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { organisationChoices } from "../../../organisation/service.server.ts";
import { parseParty } from "../../party-form.server.ts";
import { addMember, openNetwork } from "../../service.server.ts";
import { memberFacts } from "../contract.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/member-new";
import { MemberFields } from "./MemberFields.tsx";
import { memberText } from "./member.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openNetwork(work, params.networkId);
		if (!opened?.can.keep || opened.network.endedOn !== null) missing();
		const { network, members } = opened;
		return {
			...{ id: network.id, name: network.name, members: members.length, today: work.today },
			organisations: await organisationChoices(work),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const text = memberText[language];
	const form = await request.formData();
	const parsed = parseParty(memberFacts, form, await reading(organisationChoices));
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addMember(work, params.networkId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const here = `/development/networks/${params.networkId}/members`;
	const name = `${parsed.given.partyId || parsed.values.name}`.replace(/ \([^()]*\)$/, "");
	return redirectWithToast(form.has("next") ? `${here}/new` : here, text.added(name));
}

/** Adds a member, or one after another. */
export default function MemberNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [memberText[language], networkText[language]];
	const { id, name, members, organisations, today } = loaderData;
	const here = `/development/networks/${id}/members`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.addTitle)}</title>
			<PageHeader
				title={text.addTitle}
				trail={[
					{ to: "/development/networks", label: words.title },
					{ to: here, label: name },
				]}
			/>
			<TaskForm
				key={members}
				refused={actionData}
				values={{ standing: "member", invitedOn: today }}
				labels={text.fields}
				say={saying(language, words.refusals)}
			>
				<MemberFields organisations={organisations} keeps today={today} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<SubmitButton name="next" value="yes" variant="secondary">
						{text.saveNext}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}

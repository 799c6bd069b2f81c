import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { giveLead, openNetwork } from "../../service.server.ts";
import { leadFacts } from "../contract.ts";
import { isIn } from "../rules.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/lead";
import { memberText } from "./member.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openNetwork(work, params.networkId);
		if (!opened?.can.keep || opened.network.endedOn !== null) missing();
		const { network, members, leads } = opened;
		return {
			...{ id: network.id, name: network.name, isFirst: leads.length === 0, today: work.today },
			members: members.filter((one) => isIn(one, work.today)).map(({ id, name }) => ({ value: id, label: name })),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(leadFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => giveLead(work, params.networkId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(
		`/development/networks/${params.networkId}`,
		memberText[language].leadGiven(parsed.values.name),
	);
}

/** Gives the lead to somebody, with what is handed over. */
export default function LeadPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [memberText[language], networkText[language]];
	const { id, name, members, isFirst, today } = loaderData;
	const here = `/development/networks/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.leadTitle)}</title>
			<PageHeader
				title={text.leadTitle}
				lead={text.leadLead}
				trail={[
					{ to: "/development/networks", label: words.title },
					{ to: here, label: name },
				]}
			/>
			<TaskForm
				refused={actionData}
				values={{ firstDay: today }}
				labels={{ ...text.fields, name: text.leadTitle }}
				say={saying(language, words.refusals)}
			>
				<Field name="name" maxLength={200} autoComplete="off" required />
				<Field name="memberId" kind="select" choices={members} required />
				<Field name="email" kind="email" autoComplete="off" />
				<Field name="firstDay" kind="date" max={today} required />
				{!isFirst && (
					<Field
						name="handedOver"
						kind="textarea"
						rows={4}
						maxLength={2000}
						width="full"
						hint={text.hints.handedOver}
						required
					/>
				)}
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}

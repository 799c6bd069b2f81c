import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { addNetwork } from "../../service.server.ts";
import { networkFacts } from "../contract.ts";
import { mayKeepNetworks } from "../rules.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/network-new";
import { NetworkFields } from "./NetworkFields.tsx";
import { networkPageText } from "./network.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayKeepNetworks(await mandateOf(work))) missing();
		return { today: work.today };
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(networkFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addNetwork(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/networks/${outcome.done.id}/members`, networkPageText[language].created);
}

/** Begins a network, on one page. */
export default function NetworkNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [networkPageText[language], networkText[language]];
	const { today } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader
				title={text.newTitle}
				lead={text.newLead}
				trail={[{ to: "/development/networks", label: words.title }]}
			/>
			<TaskForm
				refused={actionData}
				values={{ foundedOn: today, kind: "owned", gatheringsAYear: 4 }}
				labels={text.fields}
				say={saying(language, words.refusals)}
			>
				<NetworkFields today={today} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/development/networks">
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}

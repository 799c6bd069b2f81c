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
import { mayOf } from "../../asker.server.ts";
import { askGuidance, listGivers } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { guidanceFacts } from "../contract.ts";
import { guidanceText } from "../text.ts";
import type { Route } from "./+types/guidance-new";

/** Asks for advice. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		if (!(await mayOf(work)).apply) missing();
		return { givers: (await listGivers(work)).map(({ id, name }) => ({ value: id, label: name })) };
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(guidanceFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => askGuidance(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/funding/guidance/${outcome.done.id}`, guidanceText[language].asked);
}

export default function GuidanceNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = guidanceText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} lead={text.newLead} trail={[{ to: "/funding/guidance", label: text.title }]} />
			<TaskForm refused={actionData} labels={text.fields} say={saying(language, fundingText[language].refusals)}>
				<Field name="giverId" kind="select" choices={loaderData.givers} none={text.choose} required />
				<Field name="subject" required maxLength={160} width="full" autoComplete="off" />
				<Field name="body" kind="textarea" rows={5} maxLength={4000} required />
				<div className="task-buttons">
					<SubmitButton>{text.send}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/funding/guidance">
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}

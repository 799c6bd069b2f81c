import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { giverOf } from "../../asker.server.ts";
import { addScheme } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { schemeFacts } from "../contract.ts";
import { schemeText } from "../text.ts";
import type { Route } from "./+types/scheme-new";
import { SchemeFields } from "./SchemeFields.tsx";

/** Writes down a scheme. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => ((await giverOf(work)) === null ? missing() : null));
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(schemeFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addScheme(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/funding/schemes", schemeText[language].created);
}

export default function SchemeNew({ actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = schemeText[language];
	const room = fundingText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} trail={[{ to: "/funding/schemes", label: room.schemes }]} />
			<TaskForm refused={actionData} labels={text.fields} say={saying(language, room.refusals)}>
				<SchemeFields />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/funding/schemes">
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}

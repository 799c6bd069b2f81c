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
import { changeScheme, findScheme } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { schemeChange } from "../contract.ts";
import { schemeText } from "../text.ts";
import type { Route } from "./+types/scheme";
import { SchemeFields } from "./SchemeFields.tsx";

/** A scheme of one's own, to be changed. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const scheme = (await findScheme(work, params.schemeId)) ?? missing();
		return scheme.organisationId === (await giverOf(work)) ? { scheme } : missing();
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(schemeChange, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => changeScheme(work, params.schemeId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/funding/schemes", schemeText[language].changed);
}

export default function SchemePage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = schemeText[language];
	const room = fundingText[language];
	const { scheme } = loaderData;
	const { name, directorate, purpose, regulation, address } = scheme;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.editTitle)}</title>
			<PageHeader title={text.editTitle} lead={name} trail={[{ to: "/funding/schemes", label: room.schemes }]} />
			<TaskForm
				refused={actionData}
				values={{ name, directorate, purpose, regulation, address }}
				labels={text.fields}
				say={saying(language, room.refusals)}
			>
				<input type="hidden" name="version" value={scheme.version} />
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

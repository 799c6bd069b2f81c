import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mayOf } from "../../asker.server.ts";
import { beginCall, listSchemes } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { callText } from "../text.ts";
import type { Route } from "./+types/call-new";

/** Begins a call, or notes one from outside. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const way = wayIn(url);
	return reading(async (work) => {
		const may = await mayOf(work);
		if (!(way === "here" ? may.makeCalls : may.apply)) missing();
		return { way, schemes: (await listSchemes(work)).map(({ id, name }) => ({ value: id, label: name })) };
	});
}

function wayIn(url: URL) {
	return url.searchParams.get("way") === "outside" ? "outside" : "here";
}

const asked = z.object({ title: z.string().trim().min(1).max(200), schemeId: z.uuid().nullable() });

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding, url } = representing(context, request);
	const parsed = parseForm(asked, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const way = wayIn(url);
	const outcome = await commanding((work) => beginCall(work, { ...parsed.values, way }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const text = callText[language];
	return redirectWithToast(`/funding/calls/${outcome.done.id}/about`, way === "here" ? text.begun : text.noted);
}

export default function CallNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = callText[language];
	const room = fundingText[language];
	const isOutside = loaderData.way === "outside";
	const title = isOutside ? text.newOutside : text.newTitle;
	const back = isOutside ? "/funding" : "/funding/own";
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={isOutside ? text.newOutsideLead : text.emptyOwnBody}
				trail={[{ to: back, label: isOutside ? room.calls : room.own }]}
			/>
			<TaskForm refused={actionData} labels={text.newFields} say={saying(language, room.refusals)}>
				<Field name="title" required maxLength={200} width="full" autoComplete="off" />
				<Field name="schemeId" kind="select" none={text.noScheme} choices={loaderData.schemes} />
				<div className="task-buttons">
					<SubmitButton>{text.begin}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={back}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}

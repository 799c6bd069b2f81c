import { data } from "react-router";
import { readUpload } from "../../../../file/upload.server.ts";
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
import { openMeeting } from "../../service.server.ts";
import { documentFacts } from "../contract.ts";
import { addDocument, openPlace } from "../service.server.ts";
import { documentText } from "../text.ts";
import type { Route } from "./+types/document-new";
import { pathOf, placeIn } from "./shown.server.ts";

/** Adds a document to an arena, a meeting or one of its items, or a hearing, as the address says. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const place = placeIn(url) ?? missing();
	return reading(async (work) => {
		const opened = (await openPlace(work, place)).done ?? missing();
		if (!opened.mayAdd) missing();
		const meetingId = place.of === "arena" ? place.meetingId : null;
		const items = meetingId === null ? [] : ((await openMeeting(work, meetingId)).done?.items ?? []);
		return {
			...{ name: opened.name, back: pathOf(place) },
			items: items.map(({ id, title }) => ({ value: id, label: title })),
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding, url } = representing(context, request);
	const place = placeIn(url) ?? missing();
	const form = await request.formData();
	const parsed = parseForm(documentFacts, form);
	const file = await readUpload(form, "file");
	const tooLarge = file === "too-large" ? [{ code: "file-type", field: "file" }] : [];
	if (parsed.refusals || file === "too-large")
		return data({ refusals: [...(parsed.refusals ?? []), ...tooLarge], given: parsed.given }, 422);
	const { title, link, itemId } = parsed.values;
	const at = place.of === "arena" && place.meetingId !== null ? { ...place, itemId } : place;
	const outcome = await commanding((work) => addDocument(work, at, { title, link, file }));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`${pathOf(place)}#documents`, documentText[language].added);
}

export default function DocumentNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = documentText[language];
	const { name, back, items } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.add)}</title>
			<PageHeader title={text.add} trail={[{ to: back, label: name }]} />
			<TaskForm files refused={actionData} labels={text.fields} say={saying(language, text.refusals)}>
				<Field
					name="file"
					kind="file"
					required="sometimes"
					accept=".pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg"
					hint={text.hints.file}
				/>
				<Field name="link" kind="url" maxLength={1000} width="full" required="sometimes" hint={text.hints.link} />
				<Field name="title" maxLength={200} autoComplete="off" width="full" hint={text.hints.title} />
				{items.length > 0 && <Field name="itemId" kind="select" choices={items} />}
				<div className="task-buttons">
					<SubmitButton>{text.add}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={back}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}

import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { Timeline } from "../../../../ui/Timeline.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { advise, askMore, listGivers, openGuidance, openToSupervision } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { adviceFacts, moreFacts } from "../contract.ts";
import { guidanceText } from "../text.ts";
import type { Route } from "./+types/guidance";

/** One guidance: what is asked and advised, and who may read it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { guidance, steps, can } = (await openGuidance(work, params.guidanceId)).done ?? missing();
		const giver = can.ask ? (await listGivers(work)).find(({ id }) => id === guidance.giverId) : undefined;
		return { guidance, steps, can, hasGuides: giver === undefined || giver.guides > 0 };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { guidanceId } = params;
	const text = guidanceText[language];
	const form = await request.formData();
	const here = `/funding/guidance/${guidanceId}`;
	const deed = String(form.get("deed"));
	if (deed === "open" || deed === "wall") {
		const outcome = await commanding((work) => openToSupervision(work, guidanceId, deed === "open"));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed }, 422);
		return redirectWithToast(here, deed === "open" ? text.opened : text.walledNow);
	}
	if (deed === "advise") {
		const parsed = parseForm(adviceFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed }, 422);
		const outcome = await commanding((work) => advise(work, guidanceId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed }, 422);
		return redirectWithToast(here, text.advised);
	}
	const parsed = parseForm(moreFacts, form);
	if (parsed.refusals) return data({ ...parsed, deed }, 422);
	const outcome = await commanding((work) => askMore(work, guidanceId, parsed.values.body));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed }, 422);
	return redirectWithToast(here, text.asked);
}

export default function GuidancePage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = guidanceText[language];
	const { guidance, steps, can, hasGuides } = loaderData;
	const { giverName, askerName, open } = guidance;
	const say = saying(language, fundingText[language].refusals);
	const refusedBy = (deed: string): RefusedForm | undefined => (actionData?.deed === deed ? actionData : undefined);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(guidance.subject)}</title>
			<PageHeader
				title={guidance.subject}
				lead={can.ask ? giverName : askerName}
				trail={[{ to: "/funding/guidance", label: text.title }]}
			/>
			{can.ask && !hasGuides && <Alert tone="warning">{text.noGuides(giverName)}</Alert>}
			<Timeline
				events={steps.map(({ id, kind, body, restsOn, at, by }) => ({
					...{ id, at: at.toISOString(), title: text.steps[kind], by },
					children: (
						<>
							{body !== "" && <p className="written">{body}</p>}
							{restsOn !== "" && <p className="quiet">{text.restsOn(restsOn)}</p>}
						</>
					),
				}))}
			/>
			{can.advise && (
				<Section title={text.advise} id="advise">
					<TaskForm
						key={steps.length}
						refused={refusedBy("advise")}
						labels={{ body: text.advice, restsOn: text.fields.restsOn }}
						say={say}
					>
						<input type="hidden" name="deed" value="advise" />
						<Field name="body" kind="textarea" rows={5} maxLength={4000} required />
						<Field name="restsOn" kind="textarea" rows={2} maxLength={1000} required hint={text.restsHint} />
						<SubmitButton>{text.advise}</SubmitButton>
					</TaskForm>
				</Section>
			)}
			{can.ask && (
				<Section title={text.askMore} id="more">
					<TaskForm key={steps.length} refused={refusedBy("more")} labels={{ body: text.more }} say={say}>
						<input type="hidden" name="deed" value="more" />
						<Field name="body" kind="textarea" rows={3} maxLength={4000} required />
						<SubmitButton>{text.send}</SubmitButton>
					</TaskForm>
				</Section>
			)}
			<Section title={text.who} id="who">
				<p className="ds-paragraph">
					{open ? text.whoOpen(askerName, giverName) : text.whoWalled(askerName, giverName)}
				</p>
				{can.ask && (
					<TaskForm refused={refusedBy(open ? "wall" : "open")} say={say} prefix="who-">
						<input type="hidden" name="deed" value={open ? "wall" : "open"} />
						{open && <p className="ds-paragraph quiet">{text.wallBody}</p>}
						<SubmitButton variant="secondary">{open ? text.wallNow : text.openNow}</SubmitButton>
					</TaskForm>
				)}
			</Section>
		</div>
	);
}

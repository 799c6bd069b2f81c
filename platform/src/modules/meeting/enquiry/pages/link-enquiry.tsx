import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { byLink, refusal, said } from "../contract.ts";
import { isOpen } from "../rules.ts";
import { answerEnquiry, askBack, enquiryPurpose, openEnquiryLink, refuseEnquiry } from "../service.server.ts";
import { enquiryText } from "../text.ts";
import type { Route } from "./+types/link-enquiry";
import { AnswerForms } from "./AnswerForms.tsx";
import { EnquiryThread } from "./EnquiryThread.tsx";
import { enquiryPagesText } from "./enquiry.text.ts";
import { shownOf } from "./shown.server.ts";

/** An enquiry for somebody without an account: the thread, and the answer. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { visit, reading } = await linkVisit(context, params.token, enquiryPurpose);
	return reading(async (work) => {
		const opened = (await openEnquiryLink(work)).done ?? missing();
		const { enquiry } = opened;
		const { shown, steps } = shownOf(opened, visit.language);
		return {
			...{ shown, steps: steps.filter(({ what }) => what !== "link-made" && what !== "mailed") },
			...{ subject: enquiry.subject, version: enquiry.version, open: isOpen(enquiry) },
		};
	});
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { visit, actor, commanding } = await linkVisit(context, params.token, enquiryPurpose);
	const text = enquiryPagesText[visit.language];
	const form = await request.formData();
	const deed = String(form.get("deed") ?? "");
	const here = `/link/${encodeURIComponent(params.token)}/enquiry`;
	const id = actor.objectId;
	if (deed === "refuse") {
		const parsed = parseForm(refusal.extend(byLink), form);
		if (parsed.refusals) return data({ deed, refusals: parsed.refusals, given: parsed.given }, 422);
		const outcome = await commanding((work) => refuseEnquiry(work, id, parsed.values));
		if (outcome.refused) return data({ deed, refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(here, text.refused);
	}
	const parsed = parseForm(said.extend(byLink), form);
	if (parsed.refusals) return data({ deed, refusals: parsed.refusals, given: parsed.given }, 422);
	const verb = deed === "ask" ? askBack : answerEnquiry;
	const outcome = await commanding((work) => verb(work, id, parsed.values));
	if (outcome.refused) return data({ deed, refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(here, deed === "ask" ? text.asked : text.answered);
}

export default function LinkEnquiry({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = enquiryPagesText[language];
	const { shown, steps, subject, version, open } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(subject)}</title>
			<PageHeader title={subject} lead={text.linkTitle(shown.from)} />
			{!open && (
				<Alert tone={actionData ? "danger" : "success"}>
					{actionData
						? actionData.refusals.map(saying(language, enquiryText[language].refusals)).join(" ")
						: text.settled}
				</Alert>
			)}
			<EnquiryThread shown={shown} steps={steps} />
			{open && <AnswerForms refused={actionData} version={version} byLink />}
		</div>
	);
}

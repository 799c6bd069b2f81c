import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { formatDate } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { day } from "../../contract.ts";
import { endAffiliation } from "../../service.server.ts";
import { organisationText } from "../../text.ts";
import type { Route } from "./+types/affiliation-end";
import { affiliationText } from "./affiliation.text.ts";
import { inSentence } from "./in-sentence.ts";
import { opened } from "./opened.server.ts";
import { registerPagesText } from "./register.text.ts";
import { TwoStepPage } from "./TwoStepPage.tsx";
import { inTwoSteps } from "./two-steps.server.ts";

async function open(visit: ReturnType<typeof representing>, params: Route.LoaderArgs["params"]) {
	return visit.reading(async (work) => {
		const { organisation, newest } = await opened(work, params.organisationId, "keepRegister");
		const [lines, isUp] = params.way === "up" ? [organisation.belongsTo, true] : [organisation.has, false];
		const found = lines.find((one) => one.kind === params.kind && one.organisation.id === params.otherId) ?? missing();
		const [below, above] = isUp ? [newest, found.organisation] : [found.organisation, newest];
		const [organisationId, parentId] = isUp
			? [organisation.id, found.organisation.id]
			: [found.organisation.id, organisation.id];
		return {
			...{ id: organisation.id, name: newest.name, today: work.today },
			...{ kind: found.kind, organisationId, parentId, below: below.name, above: above.name },
		};
	});
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
	return open(representing(context, request), params);
}

const form = z.object({ lastDay: day });

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const sent = await request.formData();
	const { kind, organisationId, parentId } = await open(visit, params);
	return inTwoSteps(visit, sent, parseForm(form, sent), {
		verb: (work, { lastDay }) => endAffiliation(work, { kind, organisationId, parentId, lastDay }),
		fieldOf: (refusal) => ({ ...refusal, field: "lastDay" }),
		after: () =>
			redirectWithToast(
				`/organisations/${params.organisationId}/register`,
				affiliationText[visit.language].affiliationEnded,
			),
	});
}

export default function AffiliationEnd({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = registerPagesText[language];
	const belonging = affiliationText[language];
	const { id, name, kind, below, above, today } = loaderData;
	const relation = inSentence(organisationText[language].affiliations[kind]);
	return (
		<TwoStepPage
			organisation={{ id, name }}
			title={belonging.endAffiliationTitle}
			about={`${below} – ${relation} – ${above}`}
			answer={actionData}
			told={({ lastDay }) => ({
				happens: [belonging.belongsUntil(below, relation, above, formatDate(language, lastDay))],
				stays: [belonging.staysAffiliated],
			})}
			submit={belonging.endAffiliation}
			dangerous
			values={{ lastDay: today }}
		>
			<Field name="lastDay" kind="date" label={text.lastDay} required />
		</TwoStepPage>
	);
}
